// What a matched rule does: verdicts, jumps, and the actions of targets.

#include "emulator/nat.h"
#include "emulator/refusal.h"
#include "emulator/walk.h"

#include <algorithm>

namespace natwalk {

void Walk::apply(const Rule& rule)
{
    notePassed(m_next);
    m_passedFrom = m_next + 1;
    note(RuleMatched{currentRule()});
    switch (rule.action) {
    case RuleAction::none: return nextRule();
    case RuleAction::accept: return act(AcceptPacket{});
    case RuleAction::drop: return act(DropPacket{});
    case RuleAction::returnToCaller: return act(ReturnToCaller{});
    case RuleAction::jump:
    case RuleAction::go: return jump(rule);
    case RuleAction::target:
        return std::visit([this](const auto& action) { act(action); }, rule.target->act(contextOf(currentRule(), 0)));
    }
}

void Walk::act(const GoOn& /*action*/) { nextRule(); }

void Walk::act(const AcceptPacket& /*action*/)
{
    if (m_table == TableName::filter)
        m_deciding = m_deciding == noRule ? currentRule() : m_deciding;
    leaveTable(false);
}

void Walk::act(const DropPacket& /*action*/) { finish(Outcome::dropped, Because::rule, currentRule()); }

void Walk::act(const ReturnToCaller& /*action*/) { leaveChain(false); }

void Walk::act(const Reject& action)
{
    m_verdict.reject = action.with;
    m_reply = rejection(*m_host, m_packet, action.with, m_way.toThisHost());
    finish(m_reply ? Outcome::rejected : Outcome::dropped, Because::rule, currentRule());
}

/// Binds the connection and ends the table, as a nat target's ACCEPT does.
void Walk::bindTo(ManipType manip, const NatRange& range)
{
    if (Connection* connection = m_flow.connection(*m_state); connection && !isBound(*connection, manip))
        bind(*connection, manip, range, *m_state, *m_chance);
    m_boundBy = currentRule();
    if (manip == ManipType::destination)
        m_deciding = m_boundBy;
    leaveTable(false);
}

/// A device without an address can lend none: the packet is dropped.
void Walk::bindOrDrop(ManipType manip, const std::optional<NatRange>& range)
{
    if (range)
        bindTo(manip, *range);
    else
        finish(Outcome::dropped, Because::natExhausted, currentRule());
}

void Walk::act(const Translate& action)
{
    bindTo(action.range->netmap ? manipAt(m_hook) : action.manip, *action.range);
}

void Walk::act(const Masquerade& action)
{
    if (Connection* connection = m_flow.connection(*m_state); connection && !isBound(*connection, ManipType::source))
        connection->masqueradedBy = m_packet.out;
    bindOrDrop(ManipType::source, masqueradeRange(action, *m_host, m_packet, m_way.route.nextHop));
}

void Walk::act(const Redirect& action)
{
    bindOrDrop(ManipType::destination, redirectRange(action, *m_host, m_packet, m_hook));
}

void Walk::act(const SetMark& action)
{
    change(RewriteBy::target, currentRule(),
           [&](Packet& packet) { packet.mark = (packet.mark & ~action.mask) ^ action.value; });
    nextRule();
}

/// @see Linux net/netfilter/xt_connmark.c, connmark_tg_shift()
void Walk::act(const SetConnectionMark& action)
{
    if (Connection* connection = m_flow.connection(*m_state)) {
        switch (action.kind) {
        case SetConnectionMark::Kind::set: connection->mark = (connection->mark & ~action.ctMask) ^ action.value; break;
        case SetConnectionMark::Kind::save:
            connection->mark = (connection->mark & ~action.ctMask) ^ (m_packet.mark & action.nfMask);
            break;
        case SetConnectionMark::Kind::restore:
            change(RewriteBy::target, currentRule(), [&](Packet& packet) {
                packet.mark = (packet.mark & ~action.nfMask) ^ (connection->mark & action.ctMask);
            });
            break;
        }
    }
    nextRule();
}

void Walk::act(const Untrack& /*action*/)
{
    if (!m_looked && !m_prepared) {
        m_flow = {};
        m_flow.state = TrackState::untracked;
        m_looked = true;
    }
    nextRule();
}

/// Until conntrack looked, the packet goes with a template: an empty connection, in which rules of raw see NEW.
void Walk::act(const SetZone& action)
{
    if (!m_looked && !m_prepared) {
        m_zone = action.zone;
        m_prepared = true;
        m_flow.tracked = true;
        m_flow.state = TrackState::newConnection;
        m_flow.own.original.zone = action.zone;
        m_flow.own.status = status::confirmed | (action.helped ? status::helper : 0);
    }
    nextRule();
}

void Walk::act(const SetTtl& action)
{
    change(RewriteBy::target, currentRule(), [&](Packet& packet) {
        const int now = action.kind == SetTtl::Kind::set ? 0 : packet.ttl;
        const int step = action.kind == SetTtl::Kind::decrease ? -int{action.value} : int{action.value};
        packet.ttl = static_cast<std::uint8_t>(std::clamp(now + step, 0, 255));
    });
    nextRule();
}

void Walk::act(const SetTos& action)
{
    change(RewriteBy::target, currentRule(),
           [&](Packet& packet) { packet.tos = static_cast<std::uint8_t>((packet.tos & ~action.mask) ^ action.value); });
    nextRule();
}

/// @see Linux net/netfilter/xt_TPROXY.c, tproxy_tg4()
void Walk::act(const HandToSocket& action)
{
    change(RewriteBy::target, currentRule(),
           [&](Packet& packet) { packet.mark = (packet.mark & ~action.mark.mask) ^ action.mark.value; });
    m_handedBy = currentRule();
    leaveTable(false);
}

void Walk::act(const ClearCongestionMarks& /*action*/)
{
    constexpr unsigned marks = tcpflag::ece | tcpflag::cwr;
    if (m_packet.protocol == protocol::tcp && (m_packet.tcpFlags & marks) != 0)
        change(RewriteBy::target, currentRule(),
               [](Packet& packet) { packet.tcpFlags = static_cast<std::uint8_t>(packet.tcpFlags & ~marks); });
    nextRule();
}

/// @see Linux net/netfilter/xt_set.c, set_target_v3()
void Walk::act(const ChangeSets& action)
{
    const IpSetChanges changes =
        changeSets(*action.order, m_host->ipsets, m_state->memory.setsToChange(), m_packet, m_state->clock);
    for (const IpSetChange& done : changes.all) {
        if (done.outcome == IpSetOutcome::unknown) {
            m_doubted = true;
            note(Doubted{currentRule(), notBegun, false});
        }
        if (m_listened)
            m_recorder->noteSetChange(currentRule(), done, depth());
    }
    if (changes.mark)
        change(RewriteBy::target, currentRule(),
               [&](Packet& packet) { packet.mark = (packet.mark & ~changes.mark->mask) ^ changes.mark->value; });
    nextRule();
}

void Walk::act(const DoubtfulAction& /*action*/)
{
    m_doubted = true;
    note(Doubted{currentRule(), notBegun, false});
    nextRule();
}

}  // namespace natwalk
