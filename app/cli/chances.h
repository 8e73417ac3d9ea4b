// Why 33 %, 50 % and 100 % are one third each: the draws of a packet, each with who reaches it.
#pragma once

#include "cli/paper.h"
#include "emulator/question.h"

namespace natwalk::cli {

/// One line for each draw: the rule, which share of all packets reaches it, its chance, and the product.
/// Silent for a packet that meets no draw.
void tellChances(Paper& paper, const Question& question);

}  // namespace natwalk::cli
