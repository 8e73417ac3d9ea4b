#include "emulator/scenario_parts.h"

#include <array>

namespace natwalk {

namespace {

void readLater(const Json& /*value*/, ScenarioDraft& /*draft*/, Complaints& /*complaints*/) {}

constexpr std::array topKeys = std::to_array<Key<ScenarioDraft>>({
    {"name", [](const Json& value, ScenarioDraft& draft, Complaints&) { draft.scenario.name = value.asText(); }},
    {"backend",
     [](const Json& value, ScenarioDraft& draft, Complaints&) {
         draft.scenario.backEnd = oneOf<BackEnd>(value, {{"legacy", BackEnd::legacy}, {"nft", BackEnd::nft}});
     }},
    {"rules", [](const Json& value, ScenarioDraft& draft, Complaints&) { draft.scenario.rules = value.asText(); }},
    {"before", [](const Json& value, ScenarioDraft& draft,
                  Complaints& complaints) { readBefore(value, draft.scenario, complaints); }},
    {"packets", readLater},  // they name interfaces, wherever those stand
});

std::vector<Key<ScenarioDraft>> allKeys()
{
    std::vector<Key<ScenarioDraft>> keys(topKeys.begin(), topKeys.end());
    keys.insert(keys.end(), hostKeys().begin(), hostKeys().end());
    return keys;
}

/// The laboratory has an open socket for each protocol that is sent, so it never says that a protocol is unknown.
void listenToProtocols(ScenarioDraft& draft)
{
    for (const ScenarioPacket& packet : draft.scenario.packets)
        if (!hasPorts(packet.packet.protocol))
            draft.host->listeners.push_back({packet.packet.protocol, {}, 0});
}

void readScenario(const Json& root, ScenarioDraft& draft, Complaints& complaints)
{
    const std::vector<Key<ScenarioDraft>> keys = allKeys();
    readKeys<ScenarioDraft>(root, keys, draft, complaints);
    finishHost(draft, complaints);
    if (const Json* packets = valueOf(root, "packets"))
        readPackets(*packets, draft.scenario, complaints);
    listenToProtocols(draft);
}

}  // namespace

ScenarioResult readScenario(std::string_view json)
{
    auto parsed = readJson(json);
    if (auto* broken = std::get_if<Diagnostic>(&parsed))
        return {{}, {std::move(*broken)}};

    ScenarioDraft draft;
    draft.host = laboratoryHost();
    Complaints complaints;
    complaints.collect([&] { readScenario(std::get<Json>(parsed), draft, complaints); });
    const bool usable = !complaints.hasErrors();
    return {usable ? std::optional(std::move(draft.scenario)) : std::nullopt, complaints.take()};
}

}  // namespace natwalk
