#include "extensions/host_mask.h"

#include "extensions/words.h"
#include "text/message.h"

namespace natwalk {

namespace {

int allBits(Family family) { return family == Family::ipv6 ? 128 : 32; }

}  // namespace

std::string toText(const HostMask& mask)
{
    const std::string address = toText(mask.address);
    return mask.prefixLength == allBits(mask.address.family) ? address : address + "/" + toText(mask.prefixLength);
}

HostMask hostMaskOf(const Option& option, const RuleHead& rule)
{
    const std::string_view word = option.value().text;
    const auto address = Address::from(splitAt(word, '/').first);
    const auto network = Network::from(word);
    if (!address || !network || (address->family == Family::ipv6) != rule.ipv6)
        option.rejectValue();
    return {*address, network->prefixLength().value_or(allBits(address->family))};
}

}  // namespace natwalk
