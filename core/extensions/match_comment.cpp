// -m comment: a remark, which matches every packet.
// Source: Linux net/netfilter/xt_comment.c, iptables extensions/libxt_comment.c.
#include "extensions/all.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

/// XT_MAX_COMMENT_LEN - 1: iptables cuts the rest off.
constexpr std::size_t longestComment = 255;

class Comment final : public Match
{
public:
    explicit Comment(std::string_view text) : m_text(text) {}

    std::string_view name() const override { return "comment"; }
    Answer ask(const MatchContext& /*context*/) const override { return Answer::of(true); }
    std::string save() const override { return "--comment " + quoted(m_text); }
    Message describe() const override { return message(MessageId::Remark, m_text); }
    Message whyNot(const MatchContext& /*context*/) const override { return {}; }
    bool isRemark() const override { return true; }

private:
    std::string_view m_text;
};

constexpr auto options = std::to_array<OptionSpec>({{"--comment"}});

const Match* parse(Options& words)
{
    std::optional<std::string_view> text;
    while (const auto option = words.next()) {
        option->rejectInverted();
        text = option->value().text.substr(0, longestComment);
    }
    if (!text)
        words.rejectMissing("--comment");
    return words.arena().make<Comment>(*text);
}

}  // namespace

extern const MatchExtension commentMatch = {"comment", options, parse};

}  // namespace natwalk
