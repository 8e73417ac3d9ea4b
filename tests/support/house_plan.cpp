#include "support/house_plan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <set>

namespace natwalk::house {

namespace {

using namespace std::string_view_literals;

/// The rooms of core, top to bottom: a room includes only itself and those before it.
constexpr std::array rooms = {"text"sv,  "packet"sv, "host"sv,     "ruleset"sv,     "extensions"sv, "syntax"sv,
                              "files"sv, "trace"sv,  "emulator"sv, "probability"sv, "kube"sv,       "graph"sv};

std::size_t heightOf(std::string_view room)
{
    return static_cast<std::size_t>(std::ranges::find(rooms, room) - rooms.begin());
}

/// What stands before the first slash; nothing in a name without a slash.
std::string_view firstFolder(std::string_view path)
{
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? ""sv : path.substr(0, slash);
}

/// "core" of "core/packet/address.h", and of app its two doors apart: "app/cli", "app/desktop".
std::string_view floorOf(std::string_view path)
{
    const auto floor = firstFolder(path);
    if (floor != "app"sv)
        return floor;
    const auto door = firstFolder(path.substr(floor.size() + 1));
    return path.substr(0, floor.size() + 1 + door.size());
}

/// "packet" of "core/packet/address.h".
std::string_view roomOf(std::string_view path) { return firstFolder(path.substr(path.find('/') + 1)); }

/// The file that a quoted include means, whether it exists or not; nothing when it names no room.
std::optional<std::string> fileMeant(std::string_view from, const std::string& target)
{
    const auto folder = firstFolder(target);
    if (heightOf(folder) < rooms.size())
        return "core/" + target;
    if (folder == "ui"sv || folder == "core"sv || folder == "app"sv || folder == "tests"sv)
        return target;
    if (folder == "cli"sv || folder == "desktop"sv)
        return "app/" + target;
    if (folder == "support"sv)
        return "tests/" + target;
    if (folder.empty() && firstFolder(from) == "tests"sv)
        return "tests/support/" + target;
    return std::nullopt;
}

bool isGenerated(std::string_view target)
{
    return target.ends_with(".moc") || (firstFolder(target).empty() && target.starts_with("moc_"));
}

bool isQt(std::string_view header)
{
    return header.starts_with('Q') || header == "qcustomplot.h"sv || header.starts_with("qt");
}

bool isOfOneSystem(std::string_view header)
{
    constexpr std::array folders = {"linux"sv, "asm"sv, "sys"sv, "net"sv, "netinet"sv, "arpa"sv, "libmnl"sv};
    constexpr std::array names = {"netdb.h"sv, "ifaddrs.h"sv, "fcntl.h"sv, "windows.h"sv};
    return std::ranges::find(folders, firstFolder(header)) != folders.end()
           || firstFolder(header).starts_with("libnetfilter") || std::ranges::find(names, header) != names.end();
}

/// What core may take from outside: the language itself and three header libraries.
bool isForCore(std::string_view header)
{
    constexpr std::array libraries = {"boost"sv, "nlohmann"sv, "Random123"sv};
    const bool ofTheLanguage = std::ranges::all_of(
        header, [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    return ofTheLanguage || std::ranges::find(libraries, firstFolder(header)) != libraries.end();
}

bool opensFiles(std::string_view header)
{
    return header == "fstream"sv || header == "filesystem"sv || header.starts_with("boost/filesystem")
           || header.starts_with("boost/iostreams/device/file") || header.starts_with("boost/iostreams/device/mapped");
}

/// Looks at one include after the other and notes what is wrong with it.
class Inspector
{
public:
    explicit Inspector(const House& house) : m_house(house) {}

    std::vector<WrongTurn> inspect()
    {
        for (const auto& [file, includes] : m_house) {
            for (const Include& include : includes) {
                m_file = file;
                m_include = include;
                if (include.quoted)
                    inspectOurs();
                else
                    inspectTheirs();
            }
        }
        findCircles();
        return std::move(m_found);
    }

private:
    void object(Promise promise, const std::string& reason)
    {
        m_found.push_back({promise, m_file + ':' + std::to_string(m_include.line) + " includes "
                                        + (m_include.quoted ? '"' : '<') + m_include.target
                                        + (m_include.quoted ? '"' : '>') + ": " + reason});
    }

    void inspectOurs()
    {
        if (isGenerated(m_include.target))
            return;
        const auto meant = fileMeant(m_file, m_include.target);
        if (!meant || !m_house.contains(*meant))
            return object(Promise::RoomsAreNamed, "no file of ours has this name; an include begins with its room");

        const auto here = floorOf(m_file);
        const auto there = floorOf(*meant);
        if (here == "core"sv && there != "core"sv)
            object(Promise::CoreStandsAlone, "core knows none of the floors above it");
        if (here == "core"sv && there == "core"sv)
            inspectRooms(roomOf(m_file), roomOf(*meant));
        if (here == "ui"sv && there != "ui"sv && there != "core"sv)
            object(Promise::UiKnowsNoApp, "ui stands on core alone");
        if (here == "app/cli"sv && there != "app/cli"sv && there != "core"sv)
            object(Promise::CommandLineNeedsCore, "the command line stands on core alone");
        m_edges[m_file].push_back(*meant);
    }

    void inspectRooms(std::string_view here, std::string_view there)
    {
        if (heightOf(there) > heightOf(here))
            object(Promise::RoomsAbove, std::string(there) + " stands below " + std::string(here));
        else if (here == "graph"sv && there != "graph"sv && heightOf(there) > heightOf("ruleset"))
            object(Promise::GraphNeedsRulesets, "graph needs ruleset and what stands above that, no more");
    }

    void inspectTheirs()
    {
        const auto here = floorOf(m_file);
        const std::string_view header = m_include.target;
        if (here == "core"sv && !isForCore(header))
            object(Promise::CoreStandsAlone, "core takes the language, Boost, nlohmann and Random123 from outside");
        if (here == "core"sv && roomOf(m_file) != "files"sv && opensFiles(header))
            object(Promise::OneRoomOpensFiles, "only files/ touches the file system");
        if (here == "app/cli"sv && isQt(header))
            object(Promise::CommandLineNeedsCore, "the command line runs where there is no Qt");
        if ((here == "ui"sv || here.starts_with("app/")) && isOfOneSystem(header))
            object(Promise::PortablePrograms, "this header exists on one operating system only");
    }

    void findCircles()
    {
        for (const auto& [file, targets] : m_edges)
            follow(file);
    }

    /// Depth first; meeting a file that is still on the way means a circle.
    void follow(const std::string& file)
    {
        if (const auto met = std::ranges::find(m_way, file); met != m_way.end()) {
            std::string circle;
            for (auto step = met; step != m_way.end(); ++step)
                circle += *step + " -> ";
            m_found.push_back({Promise::NoCircles, circle + file});
            return;
        }
        if (!m_seen.insert(file).second)
            return;
        m_way.push_back(file);
        if (const auto targets = m_edges.find(file); targets != m_edges.end()) {
            for (const std::string& target : targets->second)
                follow(target);
        }
        m_way.pop_back();
    }

    const House& m_house;
    std::string m_file;
    Include m_include;
    std::map<std::string, std::vector<std::string>> m_edges;
    std::vector<std::string> m_way;
    std::set<std::string> m_seen;
    std::vector<WrongTurn> m_found;
};

}  // namespace

std::vector<Include> includesOf(std::string_view text)
{
    static const std::regex pattern(R"re(^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>))re");
    std::vector<Include> found;
    for (int line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string content(text.substr(0, end));
        if (std::smatch match; std::regex_search(content, match, pattern))
            found.push_back({line, match[1].matched ? match[1] : match[2], match[1].matched});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

std::vector<WrongTurn> wrongTurns(const House& house) { return Inspector(house).inspect(); }

}  // namespace natwalk::house
