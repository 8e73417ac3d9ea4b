#include "ui/graph/service_grid.h"

#include "ui/names.h"
#include "ui/translate.h"

#include <QCollator>
#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace natwalk {

namespace {

struct ServiceGrid
{
    Q_DECLARE_TR_FUNCTIONS(ServiceGrid)
};

/// A chain with as many callers as this belongs to whoever calls it.
constexpr std::size_t mostOwners = 2;

class GridMaker
{
public:
    explicit GridMaker(const TracePtr& trace)
        : m_ruleset(*trace->ruleset)
        , m_isTaken(m_ruleset.chainCount())
        , m_isService(m_ruleset.chainCount())
        , m_callers(m_ruleset.chainCount())
    {
        m_picture.trace = trace;
        for (const Rule& rule : m_ruleset.rules())
            if (rule.destination != noChain)
                ++m_callers[number(rule.destination)];
        for (const Step& step : trace->steps)
            if (const auto* entered = std::get_if<ChainEntered>(&step.event))
                m_course.insert(entered->chain);
    }

    PathPicture all()
    {
        addServices();
        addWaysIn();
        addRest();
        sortGroups();
        m_picture.groupsFrom = dispatcher();
        m_picture.chainsShown = m_ruleset.chainCount();
        return std::move(m_picture);
    }

private:
    static std::size_t number(ChainId chain) { return static_cast<std::size_t>(chain); }

    /// Namespaces by name ("team-2" before "team-10"), then what stands for no service.
    void sortGroups()
    {
        QCollator names{QLocale(QLocale::English)};  // the C locale knows no numbers
        names.setNumericMode(true);
        std::ranges::stable_sort(m_picture.groups, [&names](const PictureGroup& a, const PictureGroup& b) {
            if (a.isOther || b.isOther)
                return !a.isOther && b.isOther;
            return names.compare(qstring(a.title), qstring(b.title)) < 0;
        });
    }

    /// The chain with the most jumps to services.
    std::string dispatcher() const
    {
        std::vector<std::size_t> jumps(m_ruleset.chainCount());
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i)
            for (const Rule& rule : m_ruleset.rulesOf(ChainId{i}))
                if (rule.destination != noChain && m_isService[number(rule.destination)])
                    ++jumps[i];
        const auto most = std::ranges::max_element(jumps);
        return most == jumps.end() || *most == 0
                   ? std::string()
                   : std::string(m_ruleset.chain(ChainId{static_cast<std::uint32_t>(most - jumps.begin())}).name);
    }

    void addServices()
    {
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i) {
            const ChainId chain{i};
            const QString service = serviceOf(m_ruleset, chain);
            if (service.isEmpty())
                continue;
            m_isService[i] = true;
            PictureCell& cell = cellOf(service);
            take(cell, chain);
            addEndpoints(cell, chain);
        }
    }

    /// Chains that lead to one service alone belong to it.
    void addWaysIn()
    {
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i)
            if (const QString service = m_isTaken[i] ? QString() : onlyServiceOf(ChainId{i}); !service.isEmpty())
                take(cellOf(service), ChainId{i});
    }

    QString onlyServiceOf(ChainId chain) const
    {
        QString only;
        for (const Rule& rule : m_ruleset.rulesOf(chain)) {
            const QString service = rule.destination == noChain ? QString() : serviceOf(m_ruleset, rule.destination);
            if (!service.isEmpty() && !only.isEmpty() && service != only)
                return {};
            only = service.isEmpty() ? only : service;
        }
        return only;
    }

    PictureCell& cellOf(const QString& service)
    {
        const auto known = m_cells.constFind(service);
        if (known != m_cells.constEnd())
            return m_picture.groups[known->first].cells[known->second];
        const std::size_t group = groupOf(service.section(u'/', 0, 0), false);
        auto& cells = m_picture.groups[group].cells;
        m_cells.insert(service, {group, cells.size()});
        cells.push_back({service.section(u'/', 1).toStdString(), {}, 0, false});
        return cells.back();
    }

    std::size_t groupOf(const QString& title, bool isOther)
    {
        const auto known = m_groups.constFind(title);
        if (known != m_groups.constEnd())
            return *known;
        m_groups.insert(title, m_picture.groups.size());
        m_picture.groups.push_back({title.toStdString(), isOther, {}});
        return m_picture.groups.size() - 1;
    }

    void take(PictureCell& cell, ChainId chain)
    {
        if (m_isTaken[number(chain)])
            return;
        m_isTaken[number(chain)] = true;
        cell.chains.push_back(chain);
        cell.onCourse |= m_course.contains(chain);
    }

    void addEndpoints(PictureCell& cell, ChainId chain)
    {
        for (const Rule& rule : m_ruleset.rulesOf(chain)) {
            const ChainId to = rule.destination;
            if (to == noChain || m_isTaken[number(to)] || m_callers[number(to)] > mostOwners
                || !serviceOf(m_ruleset, to).isEmpty())
                continue;
            take(cell, to);
            ++cell.parts;
        }
    }

    /// What stands for no service, by table.
    void addRest()
    {
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i) {
            if (m_isTaken[i])
                continue;
            const Chain& chain = m_ruleset.chain(ChainId{i});
            const QString title =
                ServiceGrid::tr("other chains of %1").arg(QString::fromUtf8(nameOf(chain.table).data()));
            auto& cells = m_picture.groups[groupOf(title, true)].cells;
            cells.push_back({std::string(chain.name), {}, 0, false});
            take(cells.back(), ChainId{i});
        }
    }

    const Ruleset& m_ruleset;
    PathPicture m_picture;
    std::vector<bool> m_isTaken;
    std::vector<bool> m_isService;
    std::vector<std::size_t> m_callers;
    std::set<ChainId> m_course;
    QHash<QString, std::pair<std::size_t, std::size_t>> m_cells;
    QHash<QString, std::size_t> m_groups;
};

}  // namespace

PathPicture serviceGridOf(const TracePtr& trace) { return GridMaker(trace).all(); }

}  // namespace natwalk
