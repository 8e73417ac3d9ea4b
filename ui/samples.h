// The samples that come with natwalk.
#pragma once

#include <QStringList>

namespace natwalk {

/// Folders that hold a ruleset.save, beside the program or in the source tree; may be empty.
QStringList sampleFolders();

}  // namespace natwalk
