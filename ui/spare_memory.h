// Memory that nothing uses any more.
#pragma once

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace natwalk {

/// Gives it back to the system, which glibc's allocator else keeps for itself after many small blocks; other allocators
/// see to it themselves. @see malloc_trim(3)
inline void giveBackSpareMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace natwalk
