// Which rows of a host stand there only because they were supposed.
#pragma once

#include "ui/host/host_words.h"

#include <optional>

namespace natwalk {

/// A row of a host's tables.
struct HostPlace
{
    HostPart part = HostPart::interfaces;
    std::size_t row = 0;

    bool operator==(const HostPlace&) const = default;
};

/// The row that says what was supposed; nothing where the host says otherwise.
std::optional<HostPlace> placeOf(const Assumption& assumption, const Host& host);

/// Takes away the assumptions that the host's rows do not bear out any more: somebody said otherwise.
void forgetRefuted(Host& host);

}  // namespace natwalk
