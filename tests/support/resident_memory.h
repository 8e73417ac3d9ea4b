// How much memory this process holds.
#pragma once

#include <fstream>
#include <unistd.h>

namespace natwalk::test {

/// In bytes, text and program included. @see proc(5), /proc/PID/statm
inline double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace natwalk::test
