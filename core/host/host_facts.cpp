#include "host/host_facts.h"

#include <iterator>
#include <utility>

namespace natwalk {

namespace {

template <typename List>
void addTo(std::optional<List>& list, std::optional<List>&& more)
{
    if (!list)
        list = std::move(more);
    else if (more)
        list->insert(list->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
}

}  // namespace

void HostFacts::add(HostFacts other)
{
    if (name.empty())
        name = std::move(other.name);
    addTo(interfaces, std::move(other.interfaces));
    addTo(routes, std::move(other.routes));
    addTo(rules, std::move(other.rules));
    addTo(ipsets, std::move(other.ipsets));
    addTo(connections, std::move(other.connections));
    other.sysctls.supposeAll(sysctls);
    sysctls = std::move(other.sysctls);
}

}  // namespace natwalk
