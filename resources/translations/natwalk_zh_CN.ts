<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChainTitles</name>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventTitles</name>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the kernel logs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationWords</name>
    <message>
        <source>&lt;b&gt;Next&lt;/b&gt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) about the host are assumed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>%1 needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know the option %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be negated with &quot;!&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may be given only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs the option %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a protocol with ports: add -p tcp or -p udp before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2, which this rule does not have before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too short: it may mean %2 or %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;!&quot; is not followed by an option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;!&quot; stands after %1, as in old versions: iptables takes it only before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;!&quot; cannot stand before several addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this quote is not closed: its word goes to the end of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counters look like [12:3456], not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule&apos;s number begins with 1, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address or network (names are not looked up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot stand in a rule for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no protocol &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;! -p all&quot; would never match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an interface&apos;s name has 1 to %2 bytes, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-f is for IPv4 only: IPv6 has -m frag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not know -m %1: it is kept and printed back, but not simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not know -j %1: it is kept and printed back, but not simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-j %1 takes no options: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a chain needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a chain cannot be called &quot;%1&quot;: no blanks, no &quot;-&quot; or &quot;!&quot; at the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a policy is ACCEPT or DROP, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a built-in chain: it cannot have a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no command: a rule says -A CHAIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changes or lists a running ruleset: the line is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only for %1: left out here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no table &quot;%1&quot;: what follows is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no *table line above: taken for table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table %1 was there before: another ruleset begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table %1 has no COMMIT: iptables-restore would not load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMMIT without a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines end with a carriage return: iptables-restore would not load them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks stand before the line: iptables-restore would not load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks stand after COMMIT: iptables-restore would not load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a line of a ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host has rules of the other back end too: save them as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing here: save a ruleset with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no line of this is one of a ruleset: natwalk reads what &quot;iptables-save&quot; prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not text: natwalk reads what &quot;iptables-save&quot; prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is compressed: unpack it first with &quot;gunzip FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like &quot;iptables -L&quot;, which leaves much out: save the ruleset with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like &quot;nft list ruleset&quot;: for rules that iptables made, use &quot;iptables-nft-save &gt; FILE&quot;; natwalk does not read nftables&apos; own rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like ipsets: the ruleset that uses them is saved with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like YAML: natwalk reads the rules of a node, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like JSON: natwalk reads the rules of a node, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like XML: natwalk reads the rules of a host, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this looks like an error message instead of a ruleset: run &quot;iptables-save&quot; as root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file %1: check the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a directory: name a file in it, such as one saved with &quot;iptables-save &gt; FILE&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read: check its permissions, or copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 2 GiB: natwalk does not read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these jumps run in a circle: %1; the kernel refuses a circle that packets can come to (&quot;Too many levels of symbolic links&quot;): take out one of the jumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these jumps run in a circle: %1; the kernel accepts that only because no built-in chain leads there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iptables-nft accepts %2 chains inside each other, and %1 would be one more: let a chain further up jump to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chain name %1 has %2 characters, and the kernel takes at most %3: choose a shorter one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no line declares the chain %1: the text is not complete, and iptables-restore refuses it; add &quot;:%1 - [0:0]&quot; below &quot;*%2&quot;, and the rules of the chain if they are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a built-in chain, which only the kernel itself enters: move its rules into a chain of your own and jump to that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iptables refuses DROP in the nat table, which sees only the first packet of a connection: drop in the filter table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iptables refuses -o in %1, where no packet has an outgoing device: use -i, or a chain that packets pass on their way out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iptables refuses -i in %1, where packets go out: use -o, or let %1 jump to a chain of your own, where -i is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not work in the table %2: the kernel accepts it in %3 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel accepts %1 at %2 only, not at %3: move the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel accepts %1 at %2 only, and packets come to the chain %3 from %4, too, by %5: take out that jump or split the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not simulate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs -p %2 before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the range of ports goes backwards: %1 is above %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any %1 packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any destination port but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any source port but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source port is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source port is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination port is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination port is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later fragment carries no ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the flags %1 it carries %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the flags %1 it carries %2, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not know the packet&apos;s TCP options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remark: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance, %1 of the packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the draw went the other way (chance %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its chance is 0: it never matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one packet in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all but one packet in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is packet %1 of %2 in turn, not packet %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is packet %1 of %2 in turn, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any mark but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source is of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source is not of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination is of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination is not of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>types of source (%1) and destination (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of type %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of type %2, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the destination becomes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source becomes the address of the outgoing device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mark becomes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mark gains the bits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the mark the bits %1 are cleared, then %2 is flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any ICMP type but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP type is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP type is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later fragment carries no ICMP type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source or destination port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither source port %1 nor destination port %2 is in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source port %1 or destination port %2 is in %3, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 ports can be listed; a range counts for two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection state %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any connection state but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection state is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection state is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a connection with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the connection is %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the connection is %2, and the rule excludes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it belongs to no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1, after a burst of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit of %1 with a burst of %2 is reached; the next packet may pass in %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel cannot count so slow a rate with such a burst: %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes the address in the list %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes the address off the list %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the list %1, seen at least %2 times within %3 s (0: ever)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the list %1, or not seen %2 times within %3 s (0: ever)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in the list %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the list %2, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was seen %2 times, not %3, within %4 s (0: ever)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent from this host, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no program of this host sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it comes from a socket of this host, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which user and group sent it is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any TTL but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL is %1, not below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL is %1, not above %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection mark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any connection mark but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection mark is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection mark is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source becomes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the destination becomes this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the destination becomes this host, port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the net becomes %1, host by host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packet is dropped and the sender told so: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes a line to the kernel&apos;s log: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not change where the packet goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the connection&apos;s mark the bits %1 are cleared, then %2 is flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection&apos;s mark becomes the packet&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packet&apos;s mark becomes the connection&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packet is not tracked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is tracked in zone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packet is handed to a socket of this host, port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the TTL becomes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the TTL grows by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the TTL shrinks by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type of service becomes %1 (value/mask)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the DSCP becomes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program decides, which listens at queue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses in a range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any length but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is sent as %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is sent as %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type of service %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any type of service but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type of service is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type of service is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSCP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any DSCP but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSCP is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSCP is %1, and the rule excludes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sender&apos;s link address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any sender&apos;s link address but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sender&apos;s link address is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not come over a link with addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source %1 is not in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source %1 is in %2, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination %1 is not in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination %1 is in %2, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol is %1, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came in by %1, not by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came in by %1, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made by this host, so it came in by no interface and not by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes out by %1, not by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes out by %1, which the rule excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not on its way out here, so it goes out by no interface and not by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a later fragment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a later fragment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the draw went the other way; it lets %1 of the packets through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk cannot decide -m %1: taken as not matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded after NAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent after NAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered to this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered to this host after NAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by the host itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches %1, forwarded after NAT, source kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches %1, forwarded after NAT, source becomes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches %1, sent after NAT, source kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches %1, sent after NAT, source becomes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches %1 on this host after NAT, source kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches %1 on this host after NAT, source becomes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded to %1 by %2, unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded to %1 by %2, source becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to %1 by %2, unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to %1 by %2, source becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered to this host at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected at once with %1 by rule %2 of %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by rule %1 of %2 %3: the client hangs until it gives up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by the policy of %1 %2: the client hangs until it gives up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by rule %1 of %2 %3: sending fails at once (operation not permitted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by the policy of %1 %2: sending fails at once (operation not permitted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be sent: this host has no route to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by a blackhole route to %1: the client hangs until it gives up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be sent: the route says that %1 is unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be sent: the route prohibits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by routing: a packet from %1 cannot come in by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by routing: a packet to %1 cannot come from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by rp_filter: the way back to %1 does not lead by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped: this host does not forward (ip_forward is 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped: nobody on this host takes packets to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped: its time to live is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped: it is too big for %1 and must not be cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by NAT: no free address or port is left (rule %1 of %2 %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by NAT: another connection already looks like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back: conntrack waits for the other fragments of this packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped: the client hangs until it gives up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: it has no route to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: its route says that %1 is unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: its route prohibits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: the packet&apos;s time to live is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: the packet is too big for %1 and must not be cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends on -m %1 in rule %2 of %3 %4, which natwalk cannot decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks in a circle at rule %1 of %2 %3: the kernel would not load these rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no JSON from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number from %1 to %2, found %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a whole number, found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many lists and objects within each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for a device: 1 to 15 bytes, no blank, no slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another word should follow &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not know &quot;%1&quot; in a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not know &quot;%1&quot; in a routing rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not know &quot;%1&quot; in an interface&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the route needs &quot;dev&quot; or &quot;via&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one of %1, found &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no interface is named &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway %1 lies in no interface&apos;s net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no earlier packet is named &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source and destination are not of the same family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no TCP flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected pairs of hexadecimal digits after &quot;hex:&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is read but not simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no rule; expected TABLE:CHAIN:rule:NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule %1 does not exist or counts nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packet &quot;%1&quot; did not arrive anywhere, so nothing can follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds no rules for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packets from outside come in by %1, which the rules name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packets from outside come in by %1: the rules name no device towards outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is behind %2: the rules name them together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods have addresses in %1: the rules keep the source of packets from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods have addresses in %1: services send connections there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a net behind this host: the rules send connections there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pods are behind %1, those of other nodes too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hosts that the rules send connections to are behind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host is %1 on %2: the rules treat the address as its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this node is %1 on %2, in the net of the API server %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host is %1 on %2: the rules do not tell its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything else is reached through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rp_filter is 2 and ICMP errors are limited to one a second for each receiver, as distributions set them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host forwards packets (ip_forward is 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host does not forward packets (ip_forward is 0): no rule speaks of forwarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packets to 127.0.0.0/8 may be forwarded (route_localnet is 1), as kube-proxy sets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>programs listen on every port of this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistent with chance: a deviation at least this large happens in %1 of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual, but chance can do it: a deviation at least this large happens in %1 of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large for chance: a deviation at least this large happens in %1 of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chance: connections ended where the rules lead none (%1 of them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules leave nothing to chance: there is one outcome only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connections counted yet: nothing to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes that expect fewer than 5 connections: %1. Take the figure as rough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections hang on earlier ones here (a rule remembers them), so no probability can be given for this result.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketTitles</name>
    <message>
        <source>Go to the rule that wrote this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathTitles</name>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule as saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathWords</name>
    <message>
        <source>next rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supposed to match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supposed not to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) did not match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translated as the connection&apos;s entry says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conntrack</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureGeometryWords</name>
    <message numerus="yes">
        <source>+ %n other end(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n rule(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw &lt; p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw ≥ p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n other chain(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n rule(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemTitles</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scenario %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw ≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · policy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules %1–%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpotWords</name>
    <message>
        <source>matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules %1 to %2: Enter or a click unfolds them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all packets go on from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other end(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s) are shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Rule %1 does not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules %1 to %2 do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draw falls to rule %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draw passes rule %1 by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 leads on to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 accepts the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 drops the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 returns to the chain before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 matches and only counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 matches: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection&apos;s entry translates the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routing fills in what was open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 rewrites the destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 rewrites the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 marks the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 changes the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no route to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet is to leave by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet is for this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 is supposed to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 is supposed not to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lets the packet pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 drops the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host makes the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet comes in by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1: %2. The table lists why each of the others did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes %1 of the packets that reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes %1 of the packets that reach it; the other %2 go on to the next rule, and this one is among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conntrack remembers it: later packets of this connection skip nat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The destination is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an address of this host, so the packet goes on, next to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natwalk does not simulate a part of this rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain has no rules; its policy decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule decided; the chain&apos;s policy does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 becomes %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryWords</name>
    <message>
        <source>How they share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one half each?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one third each?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one quarter each?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one fifth each?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one in %1 each?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules are tried in order; each sees only what the ones before left over:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>This course has %1; %n other outcome(s) have %2 each.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This course has %1; %n other outcome(s) have %2 to %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered to this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Steps packets through iptables rulesets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ruleset, a scenario, or a folder with both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, like zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light on dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window when all is computed, and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the picture&apos;s window: 1440x900 unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step in the picture, from 1; the deciding one unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab at the bottom of the picture, from 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::Actions</name>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;Into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step into: the next thing that happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step Back Into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back into: what happened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step over: what the jump leads to is passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step Back Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step O&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step out: to where this chain was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step Back Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back out: to the rule that jumped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to the next breakpoint, or to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue Backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to the breakpoint before, or to the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the step that decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play, step by step; again to pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toggle &amp;Breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at this rule, or no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where I &amp;Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward &amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change to the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace the answer to this packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Packet of the &amp;Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace the sender&apos;s next packet, after the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the trials again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the trials that run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::CallStackPanel</name>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::ChainGraphView</name>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre on the current step (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::ChainsPanel</name>
    <message>
        <source>Filter chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::CourseList</name>
    <message>
        <source>Other ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::DetailsColumn</name>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::EmptyPage</name>
    <message>
        <source>%1 (missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where a packet goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a saved ruleset, pick a packet, and step through its rules. Nothing leaves this computer, and no firewall is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a ruleset here, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the dump that lies in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This makes a dump on a node:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where iptables is nft-backed too; rules written by nft itself are not in it. For IPv6: ip6tables-save -c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::EventsView</name>
    <message>
        <source>Filter: words, !words that must not be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the events shown as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::ExplanationPanel</name>
    <message>
        <source>Suppose that &lt;a href=&quot;yes&quot;&gt;it matches&lt;/a&gt; or that &lt;a href=&quot;no&quot;&gt;it does not&lt;/a&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::HookStrip</name>
    <message>
        <source>Hooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::Legend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width = probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line = this packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trials, axis ±%2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trials, 95 % interval, axis ±%2 points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::MainWindow</name>
    <message>
        <source>Events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open What Was &amp;Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About natwalk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains and Packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules on the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rulesets and scenarios (*.save *.iptables *.rules *.txt *.json *.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About natwalk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;natwalk %1&lt;/b&gt;&lt;p&gt;Steps a packet through the chains of an iptables ruleset, and shows where connections end up.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::Minimap</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture and the part that is seen; a click moves the view.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::MoreFields</name>
    <message>
        <source>TCP flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYN,ACK, NONE or ALL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet&apos;s mark, as a number or 0x…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ttl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hops left, 1 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the sending user, for packets of this host; empty: nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TYPE or TYPE/CODE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP flags are names like SYN,ACK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mark is a number of 32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ttl is a number from 0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uid is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ICMP type is TYPE or TYPE/CODE, both from 0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::NoticeBar</name>
    <message>
        <source>There are no rules in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of %1 not understood. The trace may be incomplete where they matter.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::Opener</name>
    <message>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::PacketForm</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: flags, mark, ttl, uid, ICMP type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace this packet (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace the answer to this packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario&apos;s packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEW: the first packet of a connection; ESTABLISHED: a later one, after the answer came through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination: address or service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source must be an address, like 10.0.0.7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The destination must be an address or a service that the rules name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and destination must both be IPv4 or both IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 0 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::PacketPanel</name>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::PathView</name>
    <message>
        <source>Rules on the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Kernel&apos;s Name of It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toggle Breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::PictureCanvas</name>
    <message>
        <source>Chains on the packet&apos;s way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::SavedPacketsPanel</name>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenario beside this dump.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::Session</name>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::SourceView</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::StatusLine</name>
    <message>
        <source>read in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assumption(s) about the host</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left unsimulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) only supposed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::Timeline</name>
    <message>
        <source>entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::TransportBar</name>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>natwalk::VerdictBanner</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the rule that decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another course of this packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rules for this packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document has no ruleset for its family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other outcomes (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
