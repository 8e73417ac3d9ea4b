#include "extensions/saved_options.h"

#include <array>
#include <cstdio>

namespace natwalk {

std::string savedShare(Probability chance)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.11f", chance.share());
    return text.data();
}

}  // namespace natwalk
