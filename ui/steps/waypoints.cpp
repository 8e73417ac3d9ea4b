#include "ui/steps/waypoints.h"

#include <algorithm>

namespace natwalk {

namespace {

class WaypointReader
{
public:
    void read(std::size_t step, const Event& event)
    {
        m_step = step;
        std::visit(*this, event);
        m_waypoints.back().last = step;
        if (!m_waypoints.back().tables.empty())
            m_waypoints.back().tables.back().last = step;
    }

    void operator()(const HookEntered& entered)
    {
        Waypoint& here = m_waypoints.back();
        if (here.kind != Waypoint::Kind::hook || here.hook != entered.hook) {
            begin(Waypoint::Kind::hook);
            m_waypoints.back().hook = entered.hook;
        }
        m_waypoints.back().tables.push_back({entered.table, m_step, m_step, entered.backEnd});
    }
    void operator()(const Routed& routed)
    {
        if (!routed.again && m_step > 0)
            begin(Waypoint::Kind::routing);
    }
    void operator()(const Decided&) { begin(Waypoint::Kind::end); }
    template <typename Other>
    void operator()(const Other& /*event*/)
    {}

    std::vector<Waypoint> waypoints() && { return std::move(m_waypoints); }

private:
    void begin(Waypoint::Kind kind)
    {
        Waypoint waypoint;
        waypoint.kind = kind;
        waypoint.first = m_step;
        m_waypoints.push_back(std::move(waypoint));
    }

    std::size_t m_step = 0;
    std::vector<Waypoint> m_waypoints = {{}};
};

}  // namespace

std::vector<Waypoint> waypointsOf(const Trace& trace)
{
    WaypointReader reader;
    for (std::size_t step = 0; step < trace.steps.size(); ++step)
        reader.read(step, trace.steps[step].event);
    return std::move(reader).waypoints();
}

std::size_t waypointAt(const std::vector<Waypoint>& waypoints, std::size_t step)
{
    const auto after = std::ranges::upper_bound(waypoints, step, {}, &Waypoint::first);
    return after == waypoints.begin() ? 0 : static_cast<std::size_t>(after - waypoints.begin()) - 1;
}

}  // namespace natwalk
