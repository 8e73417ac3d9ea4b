#include "ui/graph/picture_state.h"

#include <algorithm>

namespace natwalk {

namespace {

PictureSpot spotInGates(const PathPicture& picture, std::size_t step)
{
    for (std::uint32_t i = 0; i < picture.gateCount(); ++i) {
        const PictureGate& gate = picture.gateAt(i);
        if (gate.first != noStep && gate.first <= step && step <= gate.last)
            return {PictureSpot::Kind::gate, i, 0};
    }
    return {};
}

/// The last row that tells of a step, a translation behind its table included.
PictureSpot spotInRows(const PathPicture& picture, std::size_t step)
{
    for (std::uint32_t block = 0; block < picture.blocks.size(); ++block) {
        const std::vector<PictureRow>& rows = picture.blocks[block].rows;
        for (auto row = static_cast<std::uint32_t>(rows.size()); row-- > 0;)
            if (rows[row].step != noStep && rows[row].step <= step && step <= rows[row].lastStep)
                return {PictureSpot::Kind::row, block, row};
    }
    return {};
}

PictureSpot cellOf(const PathPicture& picture, ChainId chain)
{
    for (std::uint32_t group = 0; group < picture.groups.size(); ++group) {
        const std::vector<PictureCell>& cells = picture.groups[group].cells;
        for (std::uint32_t cell = 0; cell < cells.size(); ++cell)
            if (std::ranges::find(cells[cell].chains, chain) != cells[cell].chains.end())
                return {PictureSpot::Kind::cell, group, cell};
    }
    return {};
}

PictureSpot endOf(const PathPicture& picture)
{
    const auto end = std::ranges::find_if(picture.endpoints, &PictureEndpoint::onCourse);
    if (end == picture.endpoints.end())
        return {};
    return {PictureSpot::Kind::endpoint, static_cast<std::uint32_t>(end - picture.endpoints.begin()), 0};
}

void follow(const PathPicture& picture, std::uint32_t block, bool forwards, std::set<std::uint32_t>& reached)
{
    for (const PictureJump& jump : picture.jumps) {
        const std::uint32_t from = forwards ? jump.from : jump.to;
        const std::uint32_t to = forwards ? jump.to : jump.from;
        if (from == block && reached.insert(to).second)
            follow(picture, to, forwards, reached);
    }
}

}  // namespace

PictureSpot spotOf(const PathPicture& picture, std::size_t step)
{
    const Trace& trace = *picture.trace;
    if (step >= trace.steps.size())
        return {};
    if (!picture.groups.empty())
        return cellOf(picture, trace.chainAt(step));
    if (std::holds_alternative<Decided>(trace.steps[step].event))
        return endOf(picture);
    if (const PictureSpot row = spotInRows(picture, step); row.kind != PictureSpot::Kind::none)
        return row;
    const auto hook = trace.hookAt(step);
    if (!hook)
        return {};
    const std::uint32_t block = picture.blockOf({{hook->hook, hook->table, hook->backEnd}, trace.chainAt(step)});
    if (block != nowhere)
        return {PictureSpot::Kind::block, block, 0};
    const PictureSpot gate = spotInGates(picture, step);
    const bool isBeside = gate.kind == PictureSpot::Kind::none && hook->hook == picture.main.hook;
    return isBeside ? PictureSpot{PictureSpot::Kind::block, 0, 0} : gate;
}

PictureSpot spotOf(const PathPicture& picture, ChainId chain, RuleId rule)
{
    if (!picture.groups.empty())
        return cellOf(picture, chain);
    for (std::uint32_t i = 0; i < picture.blocks.size(); ++i) {
        const PictureBlock& block = picture.blocks[i];
        if (block.visit.chain != chain || block.group != 0)
            continue;
        for (std::uint32_t row = 0; row < block.rows.size(); ++row)
            if (rule != noRule && block.rows[row].tellsOf(rule))
                return {PictureSpot::Kind::row, i, row};
        return {PictureSpot::Kind::block, i, 0};
    }
    for (std::uint32_t i = 0; i < picture.gateCount(); ++i)
        if (picture.gateAt(i).chain == chain)
            return {PictureSpot::Kind::gate, i, 0};
    return {};
}

std::set<std::uint32_t> connectedTo(const PathPicture& picture, std::uint32_t block)
{
    std::set<std::uint32_t> after{block};
    follow(picture, block, true, after);
    std::set<std::uint32_t> before{block};
    follow(picture, block, false, before);
    after.merge(before);
    return after;
}

}  // namespace natwalk
