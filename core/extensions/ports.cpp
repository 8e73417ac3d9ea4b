#include "extensions/ports.h"

#include "packet/port_names.h"

namespace natwalk {

namespace {

Message whyNotIn(const PortCondition& condition, std::uint16_t port, MessageId differs, MessageId excluded)
{
    return message(condition.inverted ? excluded : differs, port, condition.range);
}

template <typename Condition>
bool readInto(Condition& source, Condition& destination, const Option& option)
{
    if (!option.is("--sport") && !option.is("--dport"))
        return false;
    (option.is("--sport") ? source : destination) = portConditionOf(option);
    return true;
}

void saveOne(SavedOptions& saved, std::string_view name, const PortCondition& condition)
{
    if (!condition.isAny())
        saved.value(name, toText(condition.range), condition.inverted);
}

}  // namespace

std::optional<std::uint16_t> portFrom(std::string_view word)
{
    const auto number = wholeNumber(word);
    if (!number)
        return portNamed(word);
    if (*number > 65535)
        return {};
    return static_cast<std::uint16_t>(*number);
}

PortRange portRangeOf(const Option& option)
{
    const std::string_view word = option.value().text;
    const std::size_t colon = word.find(':');
    const std::string_view firstWord = word.substr(0, colon);
    const std::string_view lastWord = colon == std::string_view::npos ? firstWord : word.substr(colon + 1);
    const bool open = colon != std::string_view::npos;
    const auto first = open && firstWord.empty() ? std::uint16_t{0} : portFrom(firstWord);
    const auto last = open && lastWord.empty() ? std::uint16_t{65535} : portFrom(lastWord);
    if (!first || !last)
        option.rejectValue();
    return {*first, *last};
}

void rejectReversed(const Option& option, const PortRange& range)
{
    if (range.first > range.last)
        option.reject(message(MessageId::PortsReversed, range.first, range.last));
}

PortCondition portConditionOf(const Option& option) { return {portRangeOf(option), option.inverted()}; }

bool PortConditions::read(const Option& option) { return readInto(source, destination, option); }

bool PortConditions::holdFor(const Packet& packet) const
{
    return !packet.isLaterFragment() && source.holdsFor(packet.sport) && destination.holdsFor(packet.dport);
}

Message PortConditions::whyNot(const Packet& packet) const
{
    if (packet.isLaterFragment())
        return message(MessageId::LaterFragmentHasNoPorts);
    if (!source.holdsFor(packet.sport))
        return whyNotIn(source, packet.sport, MessageId::SourcePortDiffers, MessageId::SourcePortExcluded);
    return whyNotIn(destination, packet.dport, MessageId::DestinationPortDiffers, MessageId::DestinationPortExcluded);
}

void PortConditions::save(SavedOptions& saved) const
{
    saveOne(saved, "--sport", source);
    saveOne(saved, "--dport", destination);
}

Message PortConditions::describe(std::string_view match) const
{
    if (areAny())
        return message(MessageId::AnyPacketOfProtocol, match);
    if (source.isAny())
        return message(destination.inverted ? MessageId::NotToPort : MessageId::ToPort, destination.range);
    if (destination.isAny())
        return message(source.inverted ? MessageId::NotFromPort : MessageId::FromPort, source.range);
    SavedOptions saved;
    save(saved);
    return message(MessageId::PacketsWithOptions, match, std::move(saved).text());
}

bool GivenPorts::read(const Option& option) { return readInto(source, destination, option); }

void GivenPorts::save(SavedOptions& saved) const
{
    if (source)
        saved.value("--sport", toText(source->range), source->inverted);
    if (destination)
        saved.value("--dport", toText(destination->range), destination->inverted);
}

std::uint16_t PortConditions::pinnedPort() const
{
    return destination.range.isSingle() && !destination.inverted ? destination.range.first : std::uint16_t{0};
}

}  // namespace natwalk
