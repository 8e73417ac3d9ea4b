// -j TRACE: the kernel notes each rule that the packet meets.
// Source: Linux net/netfilter/xt_TRACE.c, iptables extensions/libxt_TRACE.c.
#include "extensions/all.h"
#include "extensions/kept.h"

namespace natwalk {

namespace {

const Target* parse(Options& words) { return idleTarget(words, {}, MessageId::IsTraced, onlyInTable<TableName::raw>); }

}  // namespace

extern const TargetExtension traceTarget = {"TRACE", {}, parse, Standing::noEffect};

}  // namespace natwalk
