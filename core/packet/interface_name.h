// The name of a network device: at most 15 bytes (IFNAMSIZ), so it is stored in place.
#pragma once

#include <array>
#include <cstring>
#include <string>
#include <string_view>

namespace natwalk {

class InterfaceName
{
public:
    static constexpr std::size_t longest = 15;

    constexpr InterfaceName() = default;
    /// Keeps the first 15 bytes.
    InterfaceName(std::string_view name)  // NOLINT(google-explicit-constructor): a name is a name
    {
        std::memcpy(m_bytes.data(), name.data(), name.size() < longest ? name.size() : longest);
    }
    InterfaceName(const char* name) : InterfaceName(std::string_view(name)) {}

    std::string_view view() const { return {m_bytes.data()}; }
    /// Some order, for containers.
    bool operator<(const InterfaceName& other) const
    {
        return std::memcmp(m_bytes.data(), other.m_bytes.data(), m_bytes.size()) < 0;
    }
    bool empty() const { return m_bytes[0] == '\0'; }
    bool operator==(const InterfaceName& other) const
    {
        return std::memcmp(m_bytes.data(), other.m_bytes.data(), m_bytes.size()) == 0;
    }

private:
    std::array<char, longest + 1> m_bytes{};
};

inline std::string toText(const InterfaceName& name) { return std::string(name.view()); }

}  // namespace natwalk
