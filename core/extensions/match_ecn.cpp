// -m ecn: marks of congestion, in the IP header and in TCP's flags.
// Source: Linux net/netfilter/xt_ecn.c, iptables extensions/libxt_ecn.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

enum class Wanted : std::uint8_t { unasked, set, unset };

constexpr std::uint8_t congestionBits = 3;

struct EcnConditions
{
    Wanted echo = Wanted::unasked;
    Wanted reduced = Wanted::unasked;
    std::optional<std::uint8_t> transport;  ///< ECT: the two bits of the IP header
    bool transportInverted = false;

    bool asksTcp() const { return echo != Wanted::unasked || reduced != Wanted::unasked; }
};

bool fits(Wanted wanted, const Packet& packet, std::uint8_t flag)
{
    return wanted == Wanted::unasked || ((packet.tcpFlags & flag) != 0) == (wanted == Wanted::set);
}

class Ecn final : public Match
{
public:
    explicit Ecn(const EcnConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "ecn"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(fitsTransport(context.packet) && fitsTcp(context.packet));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_wanted.echo != Wanted::unasked)
            saved.flag("--ecn-tcp-ece", m_wanted.echo == Wanted::unset);
        if (m_wanted.reduced != Wanted::unasked)
            saved.flag("--ecn-tcp-cwr", m_wanted.reduced == Wanted::unset);
        if (m_wanted.transport)
            saved.value("--ecn-ip-ect", toText(*m_wanted.transport), m_wanted.transportInverted);
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::CongestionMarksAre, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (!fitsTransport(packet))
            return message(m_wanted.transportInverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "ECT",
                           packet.tos & congestionBits, *m_wanted.transport);
        if (packet.isLaterFragment())
            return message(MessageId::LaterFragmentHasNoPorts);
        constexpr std::uint8_t both = tcpflag::ece | tcpflag::cwr;
        return message(MessageId::TcpFlagsDiffer, tcpFlagNames(both),
                       tcpFlagNames(static_cast<std::uint8_t>(packet.tcpFlags & both)), save());
    }

private:
    bool fitsTransport(const Packet& packet) const
    {
        return !m_wanted.transport
               || ((packet.tos & congestionBits) == *m_wanted.transport) != m_wanted.transportInverted;
    }

    bool fitsTcp(const Packet& packet) const
    {
        return !m_wanted.asksTcp()
               || (packet.protocol == protocol::tcp && !packet.isLaterFragment()
                   && fits(m_wanted.echo, packet, tcpflag::ece) && fits(m_wanted.reduced, packet, tcpflag::cwr));
    }

    EcnConditions m_wanted;
};

constexpr auto options =
    std::to_array<OptionSpec>({{"--ecn-tcp-cwr", Values::none}, {"--ecn-tcp-ece", Values::none}, {"--ecn-ip-ect"}});

const Match* parse(Options& words)
{
    EcnConditions wanted;
    while (const auto option = words.next()) {
        const Wanted flag = option->inverted() ? Wanted::unset : Wanted::set;
        if (option->is("--ecn-tcp-ece")) {
            wanted.echo = flag;
        } else if (option->is("--ecn-tcp-cwr")) {
            wanted.reduced = flag;
        } else {
            wanted.transport = static_cast<std::uint8_t>(option->number(0, congestionBits));
            wanted.transportInverted = option->inverted();
        }
    }
    if (!wanted.asksTcp() && !wanted.transport)
        words.rejectMissing("--ecn-ip-ect");
    if (wanted.asksTcp() && !words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, "ecn", "tcp"));
    return words.arena().make<Ecn>(wanted);
}

}  // namespace

extern const MatchExtension ecnMatch = {"ecn", options, parse};

}  // namespace natwalk
