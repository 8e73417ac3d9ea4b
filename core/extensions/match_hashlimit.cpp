// -m hashlimit: a token bucket for each address, port or pair of them, filled by the clock.
// Source: Linux net/netfilter/xt_hashlimit.c (revision 3), iptables extensions/libxt_hashlimit.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"
#include "packet/extension_headers.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace natwalk {

namespace {

/// XT_HASHLIMIT_SCALE_v2: rates are kept as millionths of a second between two packets.
constexpr std::uint64_t scale = 1'000'000;
/// HZ * CREDITS_PER_JIFFY / scale, rounded down: the same for kernels of 100, 250 and 1000 Hz.
constexpr std::uint64_t creditsEach = 137'438'953;
constexpr double creditsASecond = 137'438'953'472'000.0 / static_cast<double>(creditsEach);  ///< in millionths
/// HZ * CREDITS_PER_JIFFY_BYTES: what a bucket of bytes holds, and gains in a second.
constexpr std::uint64_t fullOfBytes = 4'194'304'000;
constexpr unsigned chunkShift = 4;  ///< bytes are counted by sixteens
constexpr std::uint64_t defaultBurst = 5;
constexpr std::uint64_t mostBurst = 1'000'000;
constexpr std::uint32_t defaultGcInterval = 1000;
constexpr std::uint32_t expiryOfBytes = 15;       ///< seconds
constexpr std::uint32_t expiryOfBurstBytes = 60;  ///< seconds
constexpr std::size_t longestName = 254;

struct Unit
{
    std::string_view name;
    std::string_view shortName;
    std::uint32_t seconds;
};

constexpr auto units = std::to_array<Unit>(
    {{"day", "day", 24 * 60 * 60}, {"hour", "hour", 60 * 60}, {"minute", "min", 60}, {"second", "sec", 1}});

enum class Part : std::uint8_t { sourceAddress, sourcePort, destinationAddress, destinationPort };
constexpr auto partNames = std::to_array<std::string_view>({"srcip", "srcport", "dstip", "dstport"});

struct Settings
{
    bool above = false;
    bool bytes = false;
    bool matchesRate = false;
    std::uint64_t average = 0;  ///< millionths of a second between two packets; of bytes: what sixteen cost
    std::uint64_t burst = defaultBurst;
    std::uint32_t mode = 0;  ///< bits by Part
    std::string_view table;
    std::uint32_t size = 0, most = 0;
    std::uint32_t gcInterval = defaultGcInterval;
    std::uint32_t expire = 0;  ///< milliseconds
    std::uint8_t sourcePrefix = 0, destinationPrefix = 0;
    std::uint32_t interval = 0;  ///< seconds
    bool ipv6 = false;

    bool counts(Part part) const { return (mode >> static_cast<unsigned>(part) & 1U) != 0; }
    bool countsPorts() const { return counts(Part::sourcePort) || counts(Part::destinationPort); }
    std::uint8_t longestPrefix() const { return ipv6 ? 128 : 32; }
};

struct Ports
{
    std::uint16_t source = 0, destination = 0;
};

/// The index of ESP and AH stands where others have their ports. @see Linux net/core/utils.c, proto_ports_offset()
bool hasIndex(const Packet& packet) { return packet.protocol == protocol::esp || packet.protocol == protocol::ah; }

Ports portsOf(const Packet& packet)
{
    if (packet.isLaterFragment())
        return {};
    if (hasIndex(packet))
        return {static_cast<std::uint16_t>(packet.spi >> 16U), static_cast<std::uint16_t>(packet.spi)};
    return hasPorts(packet.protocol) ? Ports{packet.sport, packet.dport} : Ports{};
}

/// Of a later fragment of IPv4 the kernel takes the first bytes for its ports, and nobody knows them.
bool hidesItsPorts(const Packet& packet)
{
    return packet.isLaterFragment() && packet.src.family == Family::ipv4
           && (hasPorts(packet.protocol) || hasIndex(packet));
}

std::uint64_t bytesOf(std::uint64_t cost)
{
    const std::uint64_t rate = cost == 0 ? 0xffffffffU : 0xffffffffU / cost;
    return (rate - 1) << chunkShift;
}

std::uint64_t costOf(std::uint64_t bytes)
{
    return 0xffffffffU / (static_cast<std::uint32_t>(bytes >> chunkShift) + std::uint64_t{1});
}

/// A text, and how long iptables would let a bucket of it live.
struct RateText
{
    std::string text;
    std::uint32_t milliseconds;
};

RateText packetsText(std::uint64_t average)
{
    const auto fits = [average](const Unit& unit) {
        const std::uint64_t parts = unit.seconds * scale;
        return average <= parts && parts / average >= parts % average;
    };
    const Unit& unit = *(std::find_if_not(units.begin() + 1, units.end(), fits) - 1);
    return {toText(unit.seconds * scale / average) + "/" + std::string(unit.shortName), unit.seconds * 1000};
}

struct Factor
{
    std::string_view name;
    std::uint64_t bytes;
};
constexpr auto factors = std::to_array<Factor>({{"m", 1U << 20U}, {"k", 1U << 10U}, {"", 1}});

std::string bytesText(std::uint64_t bytes, const auto& fits)
{
    const auto factor = std::find_if(factors.begin(), factors.end() - 1, fits);
    return toText(bytes / factor->bytes) + std::string(factor->name) + "b";
}

std::string rateOfBytes(std::uint64_t cost)
{
    const std::uint64_t bytes = bytesOf(cost);
    return bytesText(bytes,
                     [&](const Factor& factor) {
                         return bytes >= factor.bytes && costOf(bytes & ~(factor.bytes - 1)) == cost;
                     })
           + "/s";
}

std::string burstOfBytes(const Settings& settings)
{
    const std::uint64_t bytes = bytesOf(settings.average) * settings.burst;
    return bytesText(bytes, [&](const Factor& factor) { return bytes >= factor.bytes; });
}

std::uint32_t usualExpiry(const Settings& settings)
{
    if (settings.bytes)
        return (settings.burst == 0 ? expiryOfBytes : expiryOfBurstBytes) * 1000;
    return packetsText(settings.average).milliseconds;
}

/// Buckets of the packets' kind hold millionths of a second, those of bytes the kernel's credits.
class Hashlimit final : public Match
{
public:
    explicit Hashlimit(const Settings& settings) : m_settings(settings) {}

    std::string_view name() const override { return "hashlimit"; }

    /// A bucket that is due to be thrown away is, at the next round of the kernel's collector: nobody knows when that
    /// is. By ports, what ends in nothing is dropped; so is what finds the table full.
    Answer ask(const MatchContext& context) const override
    {
        if (m_settings.countsPorts() && hidesItsPorts(context.packet))
            return Answer::doubt();
        if (m_settings.countsPorts() && endsInNothing(context.packet) && !context.packet.isLaterFragment())
            return Answer::drop(std::monostate{});
        const FlowBucket* known = knownBucket(context);
        if (known == nullptr && bucketsAfter(context.state.clock, context) >= capacity())
            return Answer::drop(std::monostate{});
        if (known == nullptr && bucketsAfter(collected(context), context) >= capacity())
            return Answer::doubt();
        FlowBucket bucket = bucketNow(context, known);
        const bool isBelow = take(bucket, context.packet);
        const MemoryChange change = FlowBucketSet{m_settings.table, bucket};
        if (known != nullptr && known->expires < context.state.clock) {
            FlowBucket fresh = bucketNow(context, nullptr);
            if (take(fresh, context.packet) != isBelow)
                return {never, change, true};
        }
        return {isBelow != m_settings.above ? certain : never, change};
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value(m_settings.above ? "--hashlimit-above" : "--hashlimit-upto", rateText());
        if (!m_settings.bytes || m_settings.burst != 0)
            saved.value("--hashlimit-burst", burstText());
        if (m_settings.mode != 0)
            saved.value("--hashlimit-mode", modeText());
        saved.value("--hashlimit-name", bareOrQuoted(m_settings.table));
        saveTable(saved);
        if (m_settings.matchesRate)
            saved.flag("--hashlimit-rate-match");
        if (m_settings.matchesRate && m_settings.interval != 1)
            saved.value("--hashlimit-rate-interval", toText(m_settings.interval));
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (m_settings.mode == 0)
            return message(m_settings.above ? MessageId::MoreThan : MessageId::AtMost, rateText(), burstText());
        return message(m_settings.above ? MessageId::MoreThanEach : MessageId::AtMostEach, rateText(), modeText(),
                       burstText());
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (m_settings.above)
            return message(MessageId::LimitNotReached, rateText(), burstText());
        const FlowBucket bucket = bucketNow(context, knownBucket(context));
        const double missing = static_cast<double>(costFor(context.packet)) - bucket.bucket.credit;
        const double gain = m_settings.bytes ? static_cast<double>(fullOfBytes) : creditsASecond;
        std::array<char, 32> seconds{};
        const double wait = m_settings.matchesRate ? m_settings.interval : std::max(missing / gain, 0.0);
        const auto end = std::to_chars(seconds.begin(), seconds.end(), wait, std::chars_format::general, 3).ptr;
        return message(MessageId::LimitReached, rateText(), burstText(), std::string_view(seconds.data(), end));
    }

    bool remembers() const override { return true; }

private:
    Tuple flowOf(const Packet& packet) const
    {
        const auto part = [](const Address& address, std::uint8_t prefix) { return Network::of(address, prefix).base; };
        const Ports ports = portsOf(packet);
        Tuple flow;
        if (m_settings.counts(Part::sourceAddress))
            flow.src = part(packet.src, m_settings.sourcePrefix);
        if (m_settings.counts(Part::destinationAddress))
            flow.dst = part(packet.dst, m_settings.destinationPrefix);
        if (m_settings.counts(Part::sourcePort))
            flow.sport = ports.source;
        if (m_settings.counts(Part::destinationPort))
            flow.dport = ports.destination;
        return flow;
    }

    std::uint64_t costFor(const Packet& packet) const
    {
        if (m_settings.matchesRate)
            return m_settings.bytes ? packet.length() : 1;
        if (!m_settings.bytes)
            return m_settings.average;
        const std::uint64_t eachChunk = m_settings.average * fullOfBytes >> 32U;
        return std::min(((packet.length() >> chunkShift) + 1) * eachChunk, fullOfBytes);
    }

    double most() const
    {
        return static_cast<double>(m_settings.bytes ? fullOfBytes : m_settings.average * m_settings.burst);
    }

    /// What was due before is surely gone.
    double collected(const MatchContext& context) const { return context.state.clock - m_settings.gcInterval / 1000.0; }

    const FlowBucket* knownBucket(const MatchContext& context) const
    {
        return context.state.memory.flowBucket(m_settings.table, flowOf(context.packet), collected(context));
    }

    /// How many buckets the table may hold. Where its size is not said, the host's memory decides: it is never full
    /// here. @see Linux net/netfilter/xt_hashlimit.c, htable_create()
    std::size_t capacity() const
    {
        if (m_settings.size == 0)
            return std::numeric_limits<std::size_t>::max();
        return m_settings.most == 0 ? std::size_t{8} * m_settings.size : std::max(m_settings.most, m_settings.size);
    }

    std::size_t bucketsAfter(double time, const MatchContext& context) const
    {
        return context.state.memory.flowBucketsAfter(m_settings.table, time);
    }

    /// @param known  nullptr: a new one
    FlowBucket bucketNow(const MatchContext& context, const FlowBucket* known) const
    {
        const double now = context.state.clock;
        FlowBucket bucket{flowOf(context.packet), {m_settings.matchesRate ? 0 : most(), now}, 0, 0};
        if (known != nullptr)
            bucket = *known;
        else if (m_settings.bytes && !m_settings.matchesRate)
            bucket.refills = static_cast<std::uint32_t>(m_settings.burst);
        bucket.expires = now + m_settings.expire / 1000.0;
        return m_settings.matchesRate ? inThisInterval(bucket, now) : filledUp(bucket, now);
    }

    FlowBucket filledUp(FlowBucket bucket, double now) const
    {
        const double gain = m_settings.bytes ? static_cast<double>(fullOfBytes) : creditsASecond;
        bucket.bucket.credit = std::min(bucket.bucket.credit + (now - bucket.bucket.filledAt) * gain, most());
        bucket.bucket.filledAt = now;
        return bucket;
    }

    /// With --hashlimit-rate-match: `credit` is what came in this interval, `refills` whether the last one had too
    /// much.
    FlowBucket inThisInterval(FlowBucket bucket, double now) const
    {
        const double passed = now - bucket.bucket.filledAt;
        if (passed < m_settings.interval)
            return bucket;
        bucket.refills = bucket.bucket.credit * m_settings.interval > passed * rate() ? 1 : 0;
        bucket.bucket = {0, now};
        return bucket;
    }

    /// Packets, or bytes, in a second.
    double rate() const
    {
        return static_cast<double>(m_settings.bytes ? bytesOf(m_settings.average) : scale / m_settings.average);
    }

    double mostInInterval() const
    {
        if (!m_settings.bytes)
            return static_cast<double>(m_settings.burst) + rate();
        return m_settings.burst == 0 ? rate() : static_cast<double>(m_settings.burst) * rate();
    }

    /// Takes what the packet costs; answers whether there was enough.
    bool take(FlowBucket& bucket, const Packet& packet) const
    {
        const auto cost = static_cast<double>(costFor(packet));
        double& credit = bucket.bucket.credit;
        if (m_settings.matchesRate) {
            credit += cost;
            return bucket.refills == 0 && credit <= mostInInterval();
        }
        if (m_settings.bytes && credit < cost && bucket.refills != 0) {
            --bucket.refills;
            credit = static_cast<double>(fullOfBytes);
        }
        if (credit < cost)
            return false;
        credit -= cost;
        return true;
    }

    std::string rateText() const
    {
        return m_settings.bytes ? rateOfBytes(m_settings.average) : packetsText(m_settings.average).text;
    }
    std::string burstText() const { return m_settings.bytes ? burstOfBytes(m_settings) : toText(m_settings.burst); }
    std::string modeText() const { return namesOfBits(m_settings.mode, partNames); }

    void saveTable(SavedOptions& saved) const
    {
        if (m_settings.size != 0)
            saved.value("--hashlimit-htable-size", toText(m_settings.size));
        if (m_settings.most != 0)
            saved.value("--hashlimit-htable-max", toText(m_settings.most));
        if (m_settings.gcInterval != defaultGcInterval)
            saved.value("--hashlimit-htable-gcinterval", toText(m_settings.gcInterval));
        if (m_settings.expire != usualExpiry(m_settings))
            saved.value("--hashlimit-htable-expire", toText(m_settings.expire));
        if (m_settings.sourcePrefix != m_settings.longestPrefix())
            saved.value("--hashlimit-srcmask", toText(m_settings.sourcePrefix));
        if (m_settings.destinationPrefix != m_settings.longestPrefix())
            saved.value("--hashlimit-dstmask", toText(m_settings.destinationPrefix));
    }

    Settings m_settings;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--hashlimit-upto", Values::one, "--hashlimit"},
    {"--hashlimit-above"},
    {"--hashlimit-burst"},
    {"--hashlimit-mode"},
    {"--hashlimit-name"},
    {"--hashlimit-htable-size"},
    {"--hashlimit-htable-max"},
    {"--hashlimit-htable-gcinterval"},
    {"--hashlimit-htable-expire"},
    {"--hashlimit-srcmask"},
    {"--hashlimit-dstmask"},
    {"--hashlimit-rate-match", Values::none},
    {"--hashlimit-rate-interval"},
});

/// What was given, before all of it is known.
struct Draft
{
    Settings settings;
    bool hasRate = false;
    std::optional<std::uint64_t> burst;  ///< in packets or bytes
    std::uint32_t unitSeconds = 1;
};

/// A number that may end in "k" or "m"; `rest` is what stands behind it.
std::optional<std::uint64_t> leadingNumber(std::string_view word, std::string_view& rest)
{
    std::uint64_t number = 0;
    const auto [stop, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem != std::errc())
        return {};
    rest = word.substr(static_cast<std::size_t>(stop - word.data()));
    return number;
}

std::uint64_t factorOf(std::string_view letters)
{
    return letters.starts_with('m') ? 1024 * 1024 : letters.starts_with('k') ? 1024 : 1;
}

/// "10/sec" or "4kb/s"
void readRate(const Option& option, Draft& draft)
{
    if (draft.hasRate)
        option.reject(message(MessageId::OptionsExclude, "--hashlimit-upto", "--hashlimit-above"));
    draft.hasRate = true;
    draft.settings.above = option.is("--hashlimit-above") != option.inverted();
    std::string_view rest;
    const auto count = leadingNumber(option.value().text, rest);
    if (!count || *count == 0)
        option.rejectValue();
    if (rest == "b/s" || rest == "kb/s" || rest == "mb/s") {
        draft.settings.bytes = true;
        draft.settings.average = costOf(*count * factorOf(rest));
        if (draft.settings.average == 0)
            option.rejectValue();
        return;
    }
    const std::string_view unitName = rest.empty() ? "second" : rest.starts_with('/') ? rest.substr(1) : "";
    const auto unit = std::find_if(units.rbegin(), units.rend(), [&](const Unit& each) {
        return !unitName.empty() && beginsIgnoringCase(each.name, unitName);
    });
    if (unit == units.rend() || *count > scale * unit->seconds)
        option.rejectValue();
    draft.unitSeconds = unit->seconds;
    draft.settings.average = scale * unit->seconds / *count;
}

std::uint64_t burstOf(const Option& option)
{
    std::string_view rest;
    const auto number = leadingNumber(option.value().text, rest);
    if (!number || *number == 0 || (rest.empty() && *number > mostBurst))
        option.rejectValue();
    return *number * factorOf(rest);
}

void readTable(const Option& option, Settings& settings)
{
    const auto number = [&] { return static_cast<std::uint32_t>(option.number(0, 0xffffffffU)); };
    const auto prefix = [&] { return static_cast<std::uint8_t>(option.number(0, settings.longestPrefix())); };
    if (option.is("--hashlimit-mode"))
        settings.mode = bitsNamed(option, partNames);
    else if (option.is("--hashlimit-name"))
        settings.table = option.value().text.substr(0, longestName);
    else if (option.is("--hashlimit-htable-size"))
        settings.size = number();
    else if (option.is("--hashlimit-htable-max"))
        settings.most = number();
    else if (option.is("--hashlimit-htable-gcinterval"))
        settings.gcInterval = static_cast<std::uint32_t>(option.number(1, 0xffffffffU));
    else if (option.is("--hashlimit-htable-expire"))
        settings.expire = static_cast<std::uint32_t>(option.number(1, 0xffffffffU));
    else if (option.is("--hashlimit-srcmask"))
        settings.sourcePrefix = prefix();
    else if (option.is("--hashlimit-dstmask"))
        settings.destinationPrefix = prefix();
    else if (option.is("--hashlimit-rate-match"))
        settings.matchesRate = true;
    else
        settings.interval = static_cast<std::uint32_t>(option.number(1, 0x7fffffff));
}

/// A burst of bytes is kept as how often the bucket may be filled up.
void settleBurst(Draft& draft, const Options& words)
{
    Settings& settings = draft.settings;
    if (!settings.bytes) {
        settings.burst = draft.burst.value_or(defaultBurst);
        if (settings.burst > mostBurst)
            words.reject(message(MessageId::OptionOutOfRange, "--hashlimit-burst", 1, mostBurst, settings.burst));
        return;
    }
    const std::uint64_t each = bytesOf(settings.average);
    if (draft.burst && (each == 0 || *draft.burst < each))
        words.reject(message(MessageId::OptionOutOfRange, "--hashlimit-burst", each, ~std::uint64_t{0}, *draft.burst));
    settings.burst = draft.burst ? (*draft.burst + each - 1) / each : 0;
}

/// What iptables and hashlimit_mt_check_common() refuse, and what they add.
void settle(Draft& draft, const Options& words)
{
    Settings& settings = draft.settings;
    if (!draft.hasRate)
        words.rejectMissing("--hashlimit-upto");
    if (settings.table.empty())
        words.rejectMissing("--hashlimit-name");
    settleBurst(draft, words);
    if (settings.expire == 0)
        settings.expire = settings.bytes ? usualExpiry(settings) : draft.unitSeconds * 1000;
    if (settings.matchesRate) {
        settings.average /= settings.bytes ? 1 : draft.unitSeconds;
        if (settings.interval == 0)
            settings.interval = settings.bytes ? 1 : draft.unitSeconds;
    } else if (!settings.bytes && settings.average * settings.burst * creditsEach < settings.average * creditsEach) {
        words.reject(message(MessageId::LimitTooSlow, packetsText(settings.average).text, settings.burst));
    }
}

const Match* parse(Options& words)
{
    Draft draft;
    draft.settings.ipv6 = words.rule().ipv6;
    draft.settings.sourcePrefix = draft.settings.destinationPrefix = draft.settings.longestPrefix();
    while (const auto option = words.next()) {
        if (option->is("--hashlimit-upto") || option->is("--hashlimit-above")) {
            readRate(*option, draft);
            continue;
        }
        option->rejectInverted();
        if (option->is("--hashlimit-burst"))
            draft.burst = burstOf(*option);
        else
            readTable(*option, draft.settings);
    }
    settle(draft, words);
    return words.arena().make<Hashlimit>(draft.settings);
}

}  // namespace

extern const MatchExtension hashlimitMatch = {"hashlimit", options, parse};

}  // namespace natwalk
