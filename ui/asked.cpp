#include "ui/asked.h"

#include "emulator/emulate.h"
#include "emulator/first_question.h"
#include "emulator/places.h"
#include "emulator/supposed_state.h"
#include "probability/likeliest.h"

namespace natwalk {

namespace {

constexpr std::uint16_t firstSourcePort = 40'000;

/// Somebody outside, who sends a packet.
Packet senderTo(const Document& document)
{
    const Family family = document.rulesets.front()->family();
    Packet packet;
    packet.src = packet.dst = Address::any(family);
    packet.sport = firstSourcePort;
    packet.tcpFlags = tcpflag::syn;
    if (const auto place = placeOf(From::outside, document, family)) {
        packet.in = place->in;
        packet.src = place->src;
    }
    return packet;
}

std::vector<bool> likeliest(const Question& question) { return likeliestCourse(question); }

/// What packets find that nobody went before.
std::shared_ptr<const State> stateAtFirst(const Opened& opened, const DocumentPtr& document)
{
    if (opened.scenario)
        return std::make_shared<const State>(stateBefore(document, *opened.scenario));
    return opened.before ? opened.before : std::make_shared<const State>();
}

}  // namespace

Asked firstAsked(const Opened& opened)
{
    Asked asked;
    if (opened.scenario && !opened.scenario->packets.empty()) {
        asked.question = std::make_shared<const Question>(Question{.document = opened.document, .packet = {}});
        if (auto saved = savedAsked(asked, opened, opened.scenario->packets.front().id))
            return *std::move(saved);
    }
    Question question{.document = opened.document, .before = stateAtFirst(opened, opened.document), .packet = {}};
    question.packet = firstQuestion(opened.document, senderTo(*opened.document)).packet;
    asked.question = std::make_shared<const Question>(std::move(question));
    return asked;
}

std::optional<Asked> savedAsked(const Asked& asked, const Opened& opened, const std::string& id)
{
    if (!opened.scenario)
        return {};
    Scenario scenario = *opened.scenario;
    scenario.host = asked.question->document->host;  // as it was edited
    const auto question = questionOf(asked.question->document, scenario, id, likeliest);
    if (!question)
        return {};
    return Asked{.question = std::make_shared<const Question>(*question),
                 .course = {},
                 .packetName = QString::fromStdString(id),
                 .carried = id != scenario.packets.front().id};
}

Asked packetAsked(const Asked& asked, const Opened& opened, const Packet& packet, std::optional<TrackState> state)
{
    Question question = *asked.question;
    question.packet = packet;
    if (state) {
        question.before = stateAtFirst(opened, question.document);
        const bool opens = packet.tcpFlags == tcpflag::syn;  // no later packet does: its flags may change
        if (question.ruleset())
            suppose(*state, question, opens, likeliest);
    }
    return {.question = std::make_shared<const Question>(std::move(question)),
            .course = {},
            .packetName = {},
            .carried = asked.carried && !state};
}

Asked hostAsked(const Asked& asked, std::shared_ptr<const Host> host)
{
    Question question = *asked.question;
    question.document = std::make_shared<const Document>(Document{question.document->rulesets, std::move(host)});
    Asked other = asked;
    other.question = std::make_shared<const Question>(std::move(question));
    other.course.reset();
    other.trial.reset();
    return other;
}

TracePtr traceOf(const Asked& asked)
{
    if (!asked.question || !asked.question->ruleset())
        return {};
    if (asked.trial)
        return asked.trial;
    Forced course(asked.course ? *asked.course : likeliestCourse(*asked.question));
    return emulate(*asked.question, course);
}

}  // namespace natwalk
