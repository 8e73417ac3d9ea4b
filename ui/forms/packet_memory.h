// The packet that was asked last of a file, kept in the settings: it stands in the form when the file is opened again.
#pragma once

#include "ui/asked.h"

#include <QString>

namespace natwalk {

/// Keeps what is asked of a file, as long as it is among the recent ones.
void rememberPacket(const QString& path, const Asked& asked);

/// What was asked of a file last: a saved packet by its name, or the packet itself; nothing where nothing was kept.
struct RememberedPacket
{
    std::string name;  ///< of a saved packet; empty: `packet` counts
    Packet packet;
};
std::optional<RememberedPacket> rememberedPacket(const QString& path);

}  // namespace natwalk
