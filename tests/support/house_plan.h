// The plan of the house: which room may include which. Reads nothing but texts, so that made-up houses can be judged
// too.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk::house {

/// One #include line.
struct Include
{
    int line = 0;
    std::string target;
    bool quoted = false;  ///< "ours.h" rather than <theirs>
};

/// What each file includes, by its path from the top of the repository ("core/packet/address.h").
using House = std::map<std::string, std::vector<Include>>;

/// The promises that includes can break.
enum class Promise {
    RoomsAreNamed,         ///< an include of ours names its room, and stands in the repository
    RoomsAbove,            ///< a room of core includes only rooms above it
    GraphNeedsRulesets,    ///< graph/ includes only ruleset/ and what stands above that
    CoreStandsAlone,       ///< core includes nothing of ui, app or tests, no Qt and no header of one operating system
    OneRoomOpensFiles,     ///< only files/ touches the file system
    CommandLineNeedsCore,  ///< app/cli includes neither ui nor Qt nor the desktop
    UiKnowsNoApp,          ///< ui includes nothing of app or tests
    PortablePrograms,      ///< ui and app include no header of one operating system
    NoCircles,             ///< no file includes itself, by however many others
};

struct WrongTurn
{
    Promise promise;
    std::string sentence;  ///< "core/packet/packet.h:4 includes \"syntax/lexer.h\": ..."
};

/// The #include lines of a source text.
std::vector<Include> includesOf(std::string_view text);

/// All that stands in the wrong room; empty for a house that keeps its promises.
std::vector<WrongTurn> wrongTurns(const House& house);

}  // namespace natwalk::house
