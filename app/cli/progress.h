// Long work on a terminal: a bar that grows, and Ctrl+C that stops with what was done.
#pragma once

#include "text/checkpoint.h"

namespace natwalk::cli {

/// While it lives, Ctrl+C makes the checkpoint say stop instead of ending the program.
class Progress
{
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Draws the bar on standard error where a person watches; asks whether to go on.
    Checkpoint checkpoint();

private:
    void show(double shareDone);

    void (*m_before)(int);
    const bool m_watched;
    int m_shown = -1;  ///< in thousandths; -1: nothing
};

}  // namespace natwalk::cli
