// How natwalk-cli ends: what scripts ask for.
#pragma once

#include "trace/trace.h"

#include <exception>
#include <string>

namespace natwalk::cli {

enum class ExitCode : int {
    fine = 0,     ///< forwarded, sent, delivered; nothing to complain about
    refused = 1,  ///< dropped, rejected, answered by the host; findings
    depends = 2,  ///< a doubt whose branches end differently
    badInput = 3  ///< input or usage that cannot be used
};

constexpr ExitCode exitCodeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::forwarded:
    case Outcome::sent:
    case Outcome::delivered: return ExitCode::fine;
    case Outcome::rejected:
    case Outcome::dropped:
    case Outcome::icmpError: return ExitCode::refused;
    case Outcome::depends: return ExitCode::depends;
    }
    return ExitCode::fine;
}

/// How a walk ended, as people are told: "depends" where a doubt decides.
inline Outcome outcomeOf(const Trace& trace) { return trace.depends ? Outcome::depends : trace.verdict.outcome; }

/// The worse of two: a stream of packets ends as its worst packet.
constexpr ExitCode worse(ExitCode one, ExitCode other) { return one < other ? other : one; }

/// Input or usage that cannot be used: a sentence that says what it is and what to do. Caught once, in main.
class Failure final : public std::exception
{
public:
    explicit Failure(std::string sentence) : m_sentence(std::move(sentence)) {}
    const char* what() const noexcept override { return m_sentence.c_str(); }

private:
    std::string m_sentence;
};

}  // namespace natwalk::cli
