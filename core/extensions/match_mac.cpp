// -m mac: the sender's address on its link, where the scenario tells it.
// Source: Linux net/netfilter/xt_mac.c, iptables extensions/libxt_mac.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

using LinkAddress = std::array<char, 17>;  ///< "00:11:22:aa:bb:cc"

class Mac final : public Match
{
public:
    Mac(const LinkAddress& wanted, bool inverted) : m_wanted(wanted), m_inverted(inverted) {}

    std::string_view name() const override { return "mac"; }

    /// What was made here, or came by lo, has no such address and never matches, negated or not.
    Answer ask(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (!hasLinkAddress(packet))
            return Answer::of(false);
        return packet.knowsLinkSource ? Answer::of(isWanted(packet) != m_inverted) : Answer::doubt();
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--mac-source", wantedText(), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::LinkAddressIsNot : MessageId::LinkAddressIs, wantedText());
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (!hasLinkAddress(packet))
            return message(MessageId::NoLinkAddress);
        if (!packet.knowsLinkSource)
            return message(MessageId::LinkAddressUnknown);
        return message(m_inverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "MAC",
                       linkAddressText(packet.linkSource), wantedText());
    }

    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return hook == Hook::prerouting || hook == Hook::input || hook == Hook::forward;
    }

private:
    static bool hasLinkAddress(const Packet& packet) { return !packet.in.empty() && packet.in.view() != "lo"; }
    /// In a dump that was made anonymous an X stands for any digit.
    bool isWanted(const Packet& packet) const
    {
        const std::string text = linkAddressText(packet.linkSource);
        return std::equal(text.begin(), text.end(), m_wanted.begin(),
                          [](char found, char wanted) { return wanted == 'x' || wanted == 'X' || found == wanted; });
    }
    std::string_view wantedText() const { return {m_wanted.data(), m_wanted.size()}; }

    LinkAddress m_wanted;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--mac-source"}});

/// Lower case, as iptables prints it. In a dump that was made anonymous an X may hide a digit.
LinkAddress linkAddressOf(const Option& option)
{
    LinkAddress address{};
    const std::string_view word = option.value().text;
    if (word.size() != address.size())
        option.rejectValue();
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = word[i] >= 'A' && word[i] <= 'F' ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == 'X' || c == 'x';
        if (i % 3 == 2 ? c != ':' : !digit)
            option.rejectValue();
        address[i] = c;
    }
    return address;
}

const Match* parse(Options& words)
{
    const Option option = words.only("--mac-source");
    return words.arena().make<Mac>(linkAddressOf(option), option.inverted());
}

}  // namespace

extern const MatchExtension macMatch = {"mac", options, parse};

}  // namespace natwalk
