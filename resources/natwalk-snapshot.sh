#!/bin/sh
# Prints what natwalk needs to know of a node: its rules of both families and both back ends, and the host they meet.
#
#     ssh NODE sudo sh -s < natwalk-snapshot.sh > NODE.snapshot
#     natwalk NODE.snapshot
#
# It only reads. It needs a POSIX shell and iptables; what else the node lacks is left out, and a comment says so.
# Run it as root: without, most of this cannot be read.

LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

has() { command -v "$1" >/dev/null 2>&1; }

# section NAME COMMAND...: the command's output under a heading; nothing where the node has no such command.
section() {
    name=$1
    shift
    has "$1" || return 0
    echo "### section $name"
    "$@" 2>/dev/null || echo "# natwalk-snapshot: \"$*\" failed"
}

# json_or_text NAME OPTIONS...: `ip` with -json where it knows that, in words otherwise (BusyBox, old iproute2).
json_or_text() {
    name=$1
    shift
    has ip || return 0
    echo "### section $name"
    ip -json "$@" 2>/dev/null || ip "$@" 2>/dev/null || echo "# natwalk-snapshot: \"ip $*\" failed"
}

# rules FAMILY: both back ends where both are there, else whichever iptables means.
rules() {
    if has "$1-legacy-save" || has "$1-nft-save"; then
        section "$1-legacy-save" "$1-legacy-save" -c
        section "$1-nft-save" "$1-nft-save" -c
    else
        section "$1-save" "$1-save" -c
    fi
}

# The switches that decide about packets: of all devices, and those of the whole host.
switches() {
    for file in \
        /proc/sys/net/ipv4/ip_forward \
        /proc/sys/net/ipv4/ip_local_port_range \
        /proc/sys/net/ipv4/ip_nonlocal_bind \
        /proc/sys/net/ipv4/ip_default_ttl \
        /proc/sys/net/ipv4/icmp_echo_ignore_all \
        /proc/sys/net/ipv4/icmp_echo_ignore_broadcasts \
        /proc/sys/net/ipv4/icmp_ratelimit \
        /proc/sys/net/ipv4/icmp_ratemask \
        /proc/sys/net/ipv4/conf/*/rp_filter \
        /proc/sys/net/ipv4/conf/*/route_localnet \
        /proc/sys/net/ipv4/conf/*/accept_local \
        /proc/sys/net/ipv4/conf/*/forwarding \
        /proc/sys/net/ipv4/conf/*/src_valid_mark \
        /proc/sys/net/ipv6/conf/*/forwarding \
        /proc/sys/net/ipv6/conf/*/disable_ipv6 \
        /proc/sys/net/bridge/bridge-nf-call-iptables \
        /proc/sys/net/bridge/bridge-nf-call-ip6tables \
        /proc/sys/net/netfilter/nf_conntrack_* \
        /proc/sys/net/nf_conntrack_max; do
        [ -r "$file" ] && [ -f "$file" ] || continue
        name=${file#/proc/sys/}
        echo "$name = $(tr '\n\t' '  ' <"$file" 2>/dev/null)"
    done
}

# The connections, by conntrack or by the kernel's own file.
connections() {
    [ -d /sys/module/nf_conntrack ] || return 0
    if has conntrack; then
        echo "### section conntrack-4"
        conntrack -L -o extended 2>/dev/null
        echo "### section conntrack-6"
        conntrack -L -f ipv6 -o extended 2>/dev/null
    elif [ -r /proc/net/nf_conntrack ]; then
        echo "### section conntrack"
        cat /proc/net/nf_conntrack
    fi
    return 0
}

echo "### natwalk-snapshot 1"
section date date -u
section hostname uname -n
section kernel uname -r
rules iptables
rules ip6tables
json_or_text ip-addr addr show
json_or_text ip-rule-4 -4 rule show
json_or_text ip-rule-6 -6 rule show
json_or_text ip-route-4 -4 route show table all
json_or_text ip-route-6 -6 route show table all
[ -d /sys/module/ip_set ] && section ipset-save ipset save
connections
echo "### section sysctl"
switches
echo "### section end"
