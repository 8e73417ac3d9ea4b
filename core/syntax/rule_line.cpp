#include "syntax/rule_line.h"

namespace natwalk {

void RuleLine::clear()
{
    command = nullptr;
    commandWord = chain = policy = table = protocol = go = {};
    number = 1;
    onlyFor.reset();
    counters.reset();
    source = destination = {};
    conditions = {};
    extensions.clear();
}

}  // namespace natwalk
