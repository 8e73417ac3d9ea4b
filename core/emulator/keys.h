// Reads the keys of a JSON object by a table: one row a key. What is misspelt or wrong becomes a diagnostic.
#pragma once

#include "packet/address.h"
#include "text/json.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>

namespace natwalk {

/// What was found wrong so far.
class Complaints
{
public:
    void error(SourceSpan where, Message what) { m_diagnostics.push_back({Severity::error, std::move(what), where}); }
    void warn(SourceSpan where, Message what) { m_diagnostics.push_back({Severity::warning, std::move(what), where}); }
    bool hasErrors() const
    {
        return std::any_of(m_diagnostics.begin(), m_diagnostics.end(),
                           [](const Diagnostic& each) { return each.severity == Severity::error; });
    }
    std::vector<Diagnostic> take() { return std::move(m_diagnostics); }

    /// Does something for which ParseError is the way to complain.
    template <typename Work>
    void collect(Work work)
    {
        try {
            work();
        } catch (const ParseError& problem) {
            error(problem.where(), problem.message());
        }
    }

private:
    std::vector<Diagnostic> m_diagnostics;
};

/// One key that an object may have, and what to do with its value.
template <typename Target>
struct Key
{
    std::string_view name;
    void (*read)(const Json& value, Target& target, Complaints& complaints);
};

/// The value of a key; nullptr when the object has none.
inline const Json* valueOf(const Json& object, std::string_view key)
{
    for (const Json::Member& member : object.members)
        if (member.key == key)
            return &member.value;
    return nullptr;
}

/// Says that a key is not among the known ones.
inline void complainOfKey(const Json::Member& member, const std::vector<std::string_view>& known,
                          Complaints& complaints)
{
    const std::string_view nearest = nearestWord(member.key, known);
    complaints.error(member.where, nearest.empty() ? message(MessageId::KeyUnknown, member.key)
                                                   : message(MessageId::KeyMisspelt, member.key, nearest));
}

/// Reads all keys of an object, and complains of those that no row knows.
template <typename Target>
void readKeys(const Json& object, std::span<const Key<Target>> keys, Target& target, Complaints& complaints)
{
    for (const Json::Member& member : object.asObject()) {
        const auto key =
            std::find_if(keys.begin(), keys.end(), [&](const auto& each) { return each.name == member.key; });
        if (key != keys.end()) {
            complaints.collect([&] { key->read(member.value, target, complaints); });
            continue;
        }
        std::vector<std::string_view> known;
        known.reserve(keys.size());
        for (const auto& each : keys)
            known.push_back(each.name);
        complainOfKey(member, known, complaints);
    }
}

/// Does something with each item of a list; a wrong item does not keep the others from being read.
template <typename Work>
void forEachItem(const Json& list, Complaints& complaints, Work work)
{
    for (const Json& item : list.asList())
        complaints.collect([&] { work(item); });
}

/// What a word means, by a table.
template <typename Meaning>
Meaning oneOf(const Json& value, std::span<const std::pair<std::string_view, Meaning>> meanings)
{
    std::string known;
    for (const auto& [word, meaning] : meanings) {
        if (value.asText() == word)
            return meaning;
        known.append(known.empty() ? "" : ", ").append(word);
    }
    throw ParseError(value.where, message(MessageId::ValueNotOneOf, known, value.text));
}

template <typename Meaning>
Meaning oneOf(const Json& value, std::initializer_list<std::pair<std::string_view, Meaning>> meanings)
{
    return oneOf<Meaning>(value, std::span(meanings.begin(), meanings.size()));
}

inline Address addressFrom(const Json& value)
{
    if (const auto address = Address::from(value.asText()))
        return *address;
    throw ParseError(value.where, message(MessageId::NotAnAddress, value.text));
}

}  // namespace natwalk
