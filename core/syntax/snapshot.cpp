#include "syntax/snapshot.h"

#include "syntax/lines.h"

namespace natwalk {

std::optional<std::string_view> sectionNamed(std::string_view line)
{
    constexpr std::string_view mark = "### section ";
    if (!line.starts_with(mark))
        return {};
    return trimmed(line.substr(mark.size()));
}

std::vector<SnapshotSection> sectionsOf(std::string_view text)
{
    std::vector<SnapshotSection> sections;
    if (!text.starts_with(snapshotMark))
        return sections;
    std::uint32_t number = 0;
    for (Lines lines(text); const auto line = lines.next();) {
        ++number;
        const std::size_t end = text.size() - lines.rest().size();
        if (const auto name = sectionNamed(*line))
            sections.push_back({*name, text.substr(end, 0), number + 1});
        else if (!sections.empty())
            sections.back().text = {sections.back().text.data(),
                                    static_cast<std::size_t>(text.data() + end - sections.back().text.data())};
    }
    return sections;
}

std::optional<RulesetKind> rulesSection(std::string_view name)
{
    const bool ipv6 = name.starts_with("ip6tables-");
    if (!(ipv6 || name.starts_with("iptables-")) || !name.ends_with("-save"))
        return {};
    RulesetKind kind{ipv6 ? Family::ipv6 : Family::ipv4};
    if (name.find("-legacy-") != std::string_view::npos)
        kind.backEnd = BackEnd::legacy;
    else if (name.find("-nft-") != std::string_view::npos)
        kind.backEnd = BackEnd::nft;
    return kind;
}

}  // namespace natwalk
