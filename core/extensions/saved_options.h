// Puts options together as iptables-save prints them: "! --sport 53 --dport 1024:65535".
#pragma once

#include "ruleset/probability.h"

#include <string>
#include <string_view>

namespace natwalk {

class SavedOptions
{
public:
    /// An option without a value.
    SavedOptions& flag(std::string_view name, bool inverted = false)
    {
        if (!m_text.empty())
            m_text += ' ';
        if (inverted)
            m_text += "! ";
        m_text += name;
        return *this;
    }

    SavedOptions& value(std::string_view name, std::string_view value, bool inverted = false)
    {
        flag(name, inverted);
        m_text += ' ';
        m_text += value;
        return *this;
    }

    std::string text() && { return std::move(m_text); }

private:
    std::string m_text;
};

/// A chance as --probability is printed: "0.33333333349".
std::string savedShare(Probability chance);

}  // namespace natwalk
