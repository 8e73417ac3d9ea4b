#include "syntax/loaded_extensions.h"

#include <algorithm>

namespace natwalk {

namespace {

void begin(LoadedExtension& extension, const Token& name)
{
    extension.name = name;
    extension.match = nullptr;
    extension.target = nullptr;
    extension.options.clear();
    extension.otherWords.clear();
    extension.isMisprinted = false;
}

}  // namespace

void LoadedExtensions::clear()
{
    m_count = 0;
    m_hasTarget = false;
    m_targetIsNewest = false;
}

LoadedExtension& LoadedExtensions::addMatch(const Token& name)
{
    if (m_count == m_matches.size())
        m_matches.emplace_back();
    LoadedExtension& added = m_matches[m_count++];
    begin(added, name);
    added.match = matchNamed(name.text);
    m_targetIsNewest = false;
    return added;
}

LoadedExtension& LoadedExtensions::setTarget(const Token& name)
{
    begin(m_target, name);
    m_target.target = targetNamed(name.text);
    m_hasTarget = true;
    m_targetIsNewest = true;
    return m_target;
}

bool LoadedExtensions::hasMatch(const MatchExtension& match) const
{
    return std::ranges::any_of(matches(), [&](const LoadedExtension& loaded) { return loaded.match == &match; });
}

LoadedExtension* LoadedExtensions::newest()
{
    if (m_targetIsNewest)
        return &m_target;
    return m_count == 0 ? nullptr : &m_matches[m_count - 1];
}

LoadedExtension* LoadedExtensions::newestUnknown()
{
    if (m_hasTarget && !m_target.isKnown())
        return &m_target;
    for (std::size_t i = m_count; i > 0; --i)
        if (!m_matches[i - 1].isKnown())
            return &m_matches[i - 1];
    return nullptr;
}

OptionMeaning LoadedExtensions::meaningOf(std::string_view name, SourceSpan where)
{
    if (const OptionMeaning exact = exactly(name))
        return exact;
    return beginningWith(name, where);
}

/// Shows `consider` every option that an extension of this line knows, the newest extension first, until it says stop.
template <typename Consider>
void LoadedExtensions::considerAll(Consider consider)
{
    const auto considerOptionsOf = [&](LoadedExtension& extension) {
        return std::ranges::any_of(extension.specs(), [&](const OptionSpec& spec) {
            return consider(OptionMeaning{nullptr, &extension, &spec});
        });
    };
    bool stop = m_hasTarget && considerOptionsOf(m_target);
    for (std::size_t i = m_count; i > 0 && !stop; --i)
        stop = considerOptionsOf(m_matches[i - 1]);
}

OptionMeaning LoadedExtensions::exactly(std::string_view name)
{
    OptionMeaning meaning;
    considerAll([&](const OptionMeaning& possible) {
        if (possible.spec->isNamed(name))
            meaning = possible;
        return bool(meaning);
    });
    if (const BaseOption* base = meaning ? nullptr : baseOptionNamed(name))
        return {base, nullptr, &base->spec};
    return meaning;
}

OptionMeaning LoadedExtensions::beginningWith(std::string_view name, SourceSpan where)
{
    OptionMeaning meaning;
    const auto consider = [&](const OptionMeaning& possible) {
        if (!possible.spec->mayBe(name) || possible.spec == meaning.spec)
            return false;
        if (meaning)
            throw ParseError(where, message(MessageId::OptionAmbiguous, name, meaning.spec->name, possible.spec->name));
        meaning = possible;
        return false;
    };
    considerAll(consider);
    for (const BaseOption& base : baseOptions())
        consider({&base, nullptr, &base.spec});
    return meaning;
}

}  // namespace natwalk
