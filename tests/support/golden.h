// Texts that eyes have reviewed, in tests/golden/: a test's output must stay as it is there.
//
// NATWALK_UPDATE_GOLDEN=1 renews them; a mismatch leaves the new text beside, as NAME.actual.
#pragma once

#include <QString>

namespace natwalk::test {

/// What differs from tests/golden/NAME, the first differing line of both; empty when nothing does.
QString differenceFromGolden(const QString& name, const QString& text);

}  // namespace natwalk::test
