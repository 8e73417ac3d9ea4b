#include "extensions/mark_change.h"

namespace natwalk {

namespace {

std::uint32_t bitsOf(const Option& option)
{
    return static_cast<std::uint32_t>(option.number(0, MaskedNumber::allBits));
}

}  // namespace

std::optional<MaskedNumber> markChangeOf(const Option& option)
{
    if (option.is("--set-xmark"))
        return maskedNumberOf(option);
    if (option.is("--set-mark")) {
        const MaskedNumber number = maskedNumberOf(option);
        return MaskedNumber{number.value, number.value | number.mask};
    }
    if (option.is("--and-mark"))
        return MaskedNumber{0, ~bitsOf(option)};
    if (option.is("--or-mark"))
        return MaskedNumber{bitsOf(option), bitsOf(option)};
    if (option.is("--xor-mark"))
        return MaskedNumber{bitsOf(option), 0};
    return {};
}

Message describeMarkChange(const MaskedNumber& change)
{
    if (change.mask == MaskedNumber::allBits)
        return message(MessageId::MarkBecomes, hexadecimal(change.value));
    if (change.value == 0)
        return message(MessageId::MarkLoses, hexadecimal(change.mask));
    if (change.mask == 0)
        return message(MessageId::MarkFlips, hexadecimal(change.value));
    if (change.mask == change.value)
        return message(MessageId::MarkGains, hexadecimal(change.value));
    return message(MessageId::MarkChanges, hexadecimal(change.mask), hexadecimal(change.value));
}

}  // namespace natwalk
