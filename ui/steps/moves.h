// The debugger's buttons over the stops of a trace: each is one pure answer, each has its mirror backwards.
#pragma once

#include <cstddef>

namespace natwalk {

class Session;

/// Where each command leads from where the session is; the same step where it leads nowhere.
namespace moves {
std::size_t first(const Session& session);
std::size_t last(const Session& session);
std::size_t into(const Session& session);
std::size_t backInto(const Session& session);
std::size_t over(const Session& session);
std::size_t backOver(const Session& session);
std::size_t out(const Session& session);
std::size_t backOut(const Session& session);
std::size_t nextHook(const Session& session);
std::size_t previousHook(const Session& session);
std::size_t run(const Session& session);
std::size_t runBack(const Session& session);
std::size_t verdict(const Session& session);
}  // namespace moves

}  // namespace natwalk
