#include "ruleset/rule.h"

namespace natwalk {

namespace {

Message networkReason(const Network& network, bool inverted, const Address& address, MessageId differs,
                      MessageId excluded)
{
    return message(inverted ? excluded : differs, address, network);
}

Message inReason(const InterfacePattern& pattern, bool inverted, const InterfaceName& device)
{
    if (device.empty())
        return message(MessageId::InInterfaceMissing, pattern);
    return message(inverted ? MessageId::InInterfaceExcluded : MessageId::InInterfaceDiffers, device, pattern);
}

Message outReason(const InterfacePattern& pattern, bool inverted, const InterfaceName& device)
{
    if (device.empty())
        return message(MessageId::OutInterfaceMissing, pattern);
    return message(inverted ? MessageId::OutInterfaceExcluded : MessageId::OutInterfaceDiffers, device, pattern);
}

}  // namespace

std::string toText(const InterfacePattern& pattern) { return toText(pattern.name) + (pattern.prefix ? "+" : ""); }

Message Conditions::whyNot(const Packet& packet) const
{
    if (!addressHolds(src, srcInverted, packet.src))
        return networkReason(src, srcInverted, packet.src, MessageId::SourceDiffers, MessageId::SourceExcluded);
    if (!addressHolds(dst, dstInverted, packet.dst))
        return networkReason(dst, dstInverted, packet.dst, MessageId::DestinationDiffers,
                             MessageId::DestinationExcluded);
    if (!in.isAny() && in.matches(packet.in) == inInverted)
        return inReason(in, inInverted, packet.in);
    if (!out.isAny() && out.matches(packet.out) == outInverted)
        return outReason(out, outInverted, packet.out);
    if (protocol != protocol::any && (protocol == packet.protocol) == protocolInverted)
        return message(protocolInverted ? MessageId::ProtocolExcluded : MessageId::ProtocolDiffers,
                       protocolName(packet.protocol), protocolName(protocol));
    if (fragment && packet.isLaterFragment() == fragmentInverted)
        return message(fragmentInverted ? MessageId::IsALaterFragment : MessageId::NotALaterFragment);
    return {};
}

}  // namespace natwalk
