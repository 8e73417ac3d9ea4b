// A spot of a picture in words: for tool tips and for those who do not see it.
#pragma once

#include "ui/graph/picture_state.h"

#include <QString>

namespace natwalk {

/// Chain, rule as saved, and why it did not match.
QString toolTipOf(const PathPicture& picture, const PictureSpot& spot);

/// "KUBE-SERVICES, rule 1 (matched); 8 chains are shown."
QString describe(const PathPicture& picture, const PictureSpot& spot);

/// The step that tells of a rule of a block, or the first that tells of any; noStep where the packet never reads it.
std::size_t stepOf(const PictureBlock& block, RuleId rule);

}  // namespace natwalk
