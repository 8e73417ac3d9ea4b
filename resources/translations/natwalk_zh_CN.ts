<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExtensionWords</name>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>no effect on the path</source>
        <translation>不影响路径</translation>
    </message>
    <message>
        <source>kept with doubt</source>
        <translation>保留但存疑</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>What natwalk does with it</source>
        <translation>natwalk 如何处理</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>natwalk::ExtensionsDialog</name>
    <message>
        <source>Matches and Targets</source>
        <translation>匹配与目标</translation>
    </message>
    <message>
        <source>What is kept with doubt is read and printed back; where it decides, the trace says that natwalk cannot know.</source>
        <translation>存疑的扩展会被读取并原样打印；由它决定之处，轨迹会说明 natwalk 无从得知。</translation>
    </message>
    <message>
        <source>Search by name, option or purpose</source>
        <translation>按名称、选项或用途搜索</translation>
    </message>
</context>
<context>
    <name>ChainTitles</name>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2：%3</translation>
    </message>
</context>
<context>
    <name>CheckTitles</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>显示的内容</translation>
    </message>
</context>
<context>
    <name>DrawWords</name>
    <message>
        <source>%1 of the connections come to it, and it takes %2 of all</source>
        <translation>到达它的连接占 %1，它取走全部的 %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Meant</source>
        <translation>本意</translation>
    </message>
    <message>
        <source>In the kernel</source>
        <translation>内核中</translation>
    </message>
    <message>
        <source>Comes to it, and what it takes</source>
        <translation>到达与取走</translation>
    </message>
    <message>
        <source>Share of all</source>
        <translation>占全部的份额</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>通向</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>endpoint %1</source>
        <translation>端点 %1</translation>
    </message>
</context>
<context>
    <name>EventTitles</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>As the kernel logs it</source>
        <translation>内核日志写法</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>ExplanationWords</name>
    <message>
        <source>&lt;b&gt;Next&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;下一步&lt;/b&gt; %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) about the host are assumed.</source>
        <translation>
            <numerusform>关于主机的 %n 项事实是假定的。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostWords</name>
    <message>
        <source>&quot;%1&quot; is no name of a network device</source>
        <translation>“%1” 不是网络设备的名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number from %2 to %3</source>
        <translation>“%1” 不是 %2 到 %3 之间的数</translation>
    </message>
    <message>
        <source>no device of this host leads to %1</source>
        <translation>本机没有通往 %1 的设备</translation>
    </message>
    <message>
        <source>a program listens for tcp or udp</source>
        <translation>程序监听 tcp 或 udp</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address</source>
        <translation>“%1” 不是地址</translation>
    </message>
    <message>
        <source>the rules that come first are those of legacy or of nft</source>
        <translation>先执行的规则只能是 legacy 或 nft</translation>
    </message>
    <message>
        <source>a switch has a name like net.ipv4.ip_forward</source>
        <translation>开关的名称形如 net.ipv4.ip_forward</translation>
    </message>
    <message>
        <source>the value of %1 is a number</source>
        <translation>%1 的值应为数字</translation>
    </message>
    <message>
        <source>a line of `ipset save` begins with create or add</source>
        <translation>ipset save 的行以 create 或 add 开头</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Routing rules</source>
        <translation>路由规则</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>内核开关</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>IP sets</source>
        <translation>IP 集合</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>最大传输单元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Line of ipset save</source>
        <translation>ipset save 的一行</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>a match holds (%1) or does not (%2)</source>
        <translation>匹配成立（%1）或不成立（%2）</translation>
    </message>
    <message>
        <source>a match is written as iptables-save prints it</source>
        <translation>匹配按 iptables-save 打印的形式书写</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Match that nothing else decides</source>
        <translation>没有其他依据可判定的匹配</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>是否成立</translation>
    </message>
</context>
<context>
    <name>JudgementWords</name>
    <message numerus="yes">
        <source>χ² = %1 with %n degree(s) of freedom, p = %2</source>
        <translation>
            <numerusform>χ² = %1，自由度 %n，p = %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 trials</source>
        <translation>%1 次试验</translation>
    </message>
    <message>
        <source>%1 requests measured</source>
        <translation>实测 %1 个请求</translation>
    </message>
    <message>
        <source>%1 connections measured</source>
        <translation>实测 %1 个连接</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 需要一个值</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;</source>
        <translation>%1 不接受 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;</source>
        <translation>%1 接受 %2 到 %3 的数字，而不是 &quot;%4&quot;</translation>
    </message>
    <message>
        <source>%1 does not know the option %2</source>
        <translation>%1 没有选项 %2</translation>
    </message>
    <message>
        <source>%1 cannot be negated with &quot;!&quot;</source>
        <translation>%1 不能用 &quot;!&quot; 取反</translation>
    </message>
    <message>
        <source>%1 may be given only once</source>
        <translation>%1 只能给出一次</translation>
    </message>
    <message>
        <source>%1 needs the option %2</source>
        <translation>%1 需要选项 %2</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other</source>
        <translation>%1 与 %2 互斥</translation>
    </message>
    <message>
        <source>%1 needs a protocol with ports: add -p tcp or -p udp before it</source>
        <translation>%1 需要有端口的协议：请在前面加上 -p tcp 或 -p udp</translation>
    </message>
    <message>
        <source>%1 belongs to %2, which this rule does not have before it</source>
        <translation>%1 属于 %2，但此规则在它之前没有 %2</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>未知选项 %1</translation>
    </message>
    <message>
        <source>%1 is too short: it may mean %2 or %3</source>
        <translation>%1 太短：可能是 %2 或 %3</translation>
    </message>
    <message>
        <source>&quot;!&quot; is not followed by an option</source>
        <translation>&quot;!&quot; 后面没有选项</translation>
    </message>
    <message>
        <source>&quot;!&quot; stands after %1, as in old versions: iptables takes it only before</source>
        <translation>&quot;!&quot; 写在 %1 之后，是旧版写法：iptables 只接受写在前面</translation>
    </message>
    <message>
        <source>&quot;!&quot; cannot stand before several addresses</source>
        <translation>多个地址前面不能写 &quot;!&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here</source>
        <translation>此处不应出现 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>this quote is not closed: its word goes to the end of the line</source>
        <translation>引号没有闭合：这个词一直到行尾</translation>
    </message>
    <message>
        <source>counters look like [12:3456], not &quot;%1&quot;</source>
        <translation>计数器的写法是 [12:3456]，而不是 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a rule&apos;s number begins with 1, not &quot;%1&quot;</source>
        <translation>规则编号从 1 开始，而不是 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address or network (names are not looked up)</source>
        <translation>&quot;%1&quot; 不是地址或网络（不查询名称）</translation>
    </message>
    <message>
        <source>%1 cannot stand in a rule for %2</source>
        <translation>%1 不能出现在 %2 的规则中</translation>
    </message>
    <message>
        <source>there is no protocol &quot;%1&quot;</source>
        <translation>没有协议 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;! -p all&quot; would never match</source>
        <translation>&quot;! -p all&quot; 永远不会命中</translation>
    </message>
    <message>
        <source>an interface&apos;s name has 1 to %2 bytes, not &quot;%1&quot;</source>
        <translation>网卡名有 1 到 %2 个字节，而不是 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>-f is for IPv4 only: IPv6 has -m frag</source>
        <translation>-f 只用于 IPv4：IPv6 用 -m frag</translation>
    </message>
    <message>
        <source>natwalk does not know -m %1: it is kept and printed back, but not simulated</source>
        <translation>natwalk 不认识 -m %1：保留并原样输出，但不模拟</translation>
    </message>
    <message>
        <source>natwalk does not know -j %1: it is kept and printed back, but not simulated</source>
        <translation>natwalk 不认识 -j %1：保留并原样输出，但不模拟</translation>
    </message>
    <message>
        <source>-j %1 takes no options: %2</source>
        <translation>-j %1 没有选项：%2</translation>
    </message>
    <message>
        <source>a chain needs a name</source>
        <translation>链需要名称</translation>
    </message>
    <message>
        <source>a chain cannot be called &quot;%1&quot;: no blanks, no &quot;-&quot; or &quot;!&quot; at the beginning</source>
        <translation>链不能叫 &quot;%1&quot;：不能有空格，开头不能是 &quot;-&quot; 或 &quot;!&quot;</translation>
    </message>
    <message>
        <source>a policy is ACCEPT or DROP, not &quot;%1&quot;</source>
        <translation>策略是 ACCEPT 或 DROP，而不是 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 is not a built-in chain: it cannot have a policy</source>
        <translation>%1 不是内置链：不能有策略</translation>
    </message>
    <message>
        <source>no command: a rule says -A CHAIN</source>
        <translation>没有命令：规则应写 -A 链名</translation>
    </message>
    <message>
        <source>%1 changes or lists a running ruleset: the line is left out</source>
        <translation>%1 修改或列出运行中的规则集：此行被略去</translation>
    </message>
    <message>
        <source>only for %1: left out here</source>
        <translation>只用于 %1：此处略去</translation>
    </message>
    <message>
        <source>there is no table &quot;%1&quot;: what follows is left out</source>
        <translation>没有表 &quot;%1&quot;：其后的内容被略去</translation>
    </message>
    <message>
        <source>table %1 was there before: another ruleset begins</source>
        <translation>表 %1 之前已出现：另一个规则集开始</translation>
    </message>
    <message>
        <source>table %1 has no COMMIT: iptables-restore would not load it</source>
        <translation>表 %1 没有 COMMIT：iptables-restore 不会载入</translation>
    </message>
    <message>
        <source>COMMIT without a table</source>
        <translation>COMMIT 之前没有表</translation>
    </message>
    <message>
        <source>lines end with a carriage return: iptables-restore would not load them</source>
        <translation>行尾有回车符：iptables-restore 不会载入</translation>
    </message>
    <message>
        <source>blanks stand before the line: iptables-restore would not load it</source>
        <translation>行首有空格：iptables-restore 不会载入</translation>
    </message>
    <message>
        <source>blanks stand after COMMIT: iptables-restore would not load it</source>
        <translation>COMMIT 后面有空格：iptables-restore 不会载入</translation>
    </message>
    <message>
        <source>this host has rules of the other back end too: save them as well</source>
        <translation>此主机还有另一后端的规则：请一并保存</translation>
    </message>
    <message>
        <source>this is not a line of a ruleset: left out</source>
        <translation>这不是规则集中的一行：已略过</translation>
    </message>
    <message>
        <source>no *table line above: taken for table %1, by its chains and targets</source>
        <translation>上方没有 *table 行：按其链和目标归入表 %1</translation>
    </message>
    <message>
        <source>no *table line above: taken for table %1, as the command above says</source>
        <translation>上方没有 *table 行：按上方的命令归入表 %1</translation>
    </message>
    <message>
        <source>no *table line above: taken for table %1, which has these built-in chains</source>
        <translation>上方没有 *table 行：归入拥有这些内建链的表 %1</translation>
    </message>
    <message>
        <source>a command as it was typed, not what it printed: left out</source>
        <translation>这是输入的命令，而不是它的输出：已略过</translation>
    </message>
    <message>
        <source>a mark of the page that this was copied from: left out</source>
        <translation>这是复制来源页面上的标记：已略过</translation>
    </message>
    <message>
        <source>something was left out of the text here</source>
        <translation>此处的文本有省略</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands before the line as iptables wrote it: passed over</source>
        <translation>&quot;%1&quot; 位于 iptables 所写的行之前：已跳过</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken for a remark: passed over</source>
        <translation>&quot;%1&quot; 被视为注释：已跳过</translation>
    </message>
    <message>
        <source>typographic quotes, dashes, blanks or escapes stand here in place of plain ones: read as those</source>
        <translation>此处有排版引号、破折号、空格或转义符代替了普通字符：已按普通字符读取</translation>
    </message>
    <message>
        <source>several lines stand in one, joined by &quot;\n&quot;: read as lines of their own</source>
        <translation>多行以 &quot;\n&quot; 连在一行中：已分行读取</translation>
    </message>
    <message>
        <source>the line was broken at a terminal&apos;s edge: read without the blanks</source>
        <translation>此行在终端边缘被折断：已去掉空白读取</translation>
    </message>
    <message>
        <source>the rule goes on in the next line: read as one</source>
        <translation>规则延续到下一行：已合并读取</translation>
    </message>
    <message>
        <source>a line break stands in these quotes: the rule goes on in the next line</source>
        <translation>引号内有换行：规则延续到下一行</translation>
    </message>
    <message>
        <source>the line is cut off: left out</source>
        <translation>此行被截断：已略过</translation>
    </message>
    <message>
        <source>this iptables-save was too old for the rule and misprinted -j %1: it is kept as it stands, but not simulated</source>
        <translation>此 iptables-save 版本过旧，错误地打印了 -j %1：按原样保留，但不模拟</translation>
    </message>
    <message>
        <source>this iptables-save was too old for the rule and misprinted -m %1: it is kept as it stands, but not simulated</source>
        <translation>此 iptables-save 版本过旧，错误地打印了 -m %1：按原样保留，但不模拟</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a name that iptables looks up when it loads the rule: it is kept as it stands, but not simulated</source>
        <translation>&quot;%1&quot; 是 iptables 在加载规则时查询的名称：按原样保留，但不模拟</translation>
    </message>
    <message>
        <source>the line has more than %1 bytes: no rule is as long</source>
        <translation>此行超过 %1 字节：没有这么长的规则</translation>
    </message>
    <message>
        <source>hardly a line of this is one of a ruleset: what follows is not read</source>
        <translation>几乎没有一行属于规则集：后面的内容不再读取</translation>
    </message>
    <message>
        <source>iptables-legacy and iptables-nft both have rules, and a packet meets both: at each hook those of %1 come first</source>
        <translation>iptables-legacy 与 iptables-nft 都有规则，数据包会经过两者：在每个钩子处，%1 的规则先执行</translation>
    </message>
    <message>
        <source>this looks like firewalld&apos;s configuration: save the rules that it made with &quot;iptables-save &gt; FILE&quot; (with FirewallBackend=iptables)</source>
        <translation>这看起来像 firewalld 的配置：请用 &quot;iptables-save &gt; FILE&quot; 保存它生成的规则（需 FirewallBackend=iptables）</translation>
    </message>
    <message>
        <source>this looks like ufw&apos;s configuration: save the rules that it made with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这看起来像 ufw 的配置：请用 &quot;iptables-save &gt; FILE&quot; 保存它生成的规则</translation>
    </message>
    <message>
        <source>this looks like kubectl&apos;s output: natwalk reads the rules of a node, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这看起来像 kubectl 的输出：natwalk 读取节点的规则，请在节点上用 &quot;iptables-save &gt; FILE&quot; 保存</translation>
    </message>
    <message>
        <source>this looks like &quot;ipvsadm&quot;: IPVS holds these services, the rules beside it are saved with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这看起来像 &quot;ipvsadm&quot;：这些服务在 IPVS 中，其余规则请用 &quot;iptables-save &gt; FILE&quot; 保存</translation>
    </message>
    <message>
        <source>this describes a host, but no rules: open it together with what &quot;iptables-save &gt; FILE&quot; saved there (--host FILE)</source>
        <translation>这描述了一台主机，但没有规则：请与在那里用 &quot;iptables-save &gt; FILE&quot; 保存的内容一起打开 (--host FILE)</translation>
    </message>
    <message>
        <source>this is a capture of packets: natwalk reads the rules that they met, saved with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这是数据包的捕获文件：natwalk 读取它们所经过的规则，请用 &quot;iptables-save &gt; FILE&quot; 保存</translation>
    </message>
    <message>
        <source>this is compressed in a way that natwalk does not unpack: unpack it first with &quot;%1 FILE&quot;</source>
        <translation>这是 natwalk 不能解压的压缩格式：请先用 &quot;%1 FILE&quot; 解压</translation>
    </message>
    <message>
        <source>%1 is compressed, and broken: unpack it with &quot;gunzip FILE&quot; to see what is left of it</source>
        <translation>%1 是压缩文件，且已损坏：请用 &quot;gunzip FILE&quot; 解压，看看还剩下什么</translation>
    </message>
    <message>
        <source>%1 tells nothing of a host: --host takes a scenario, a node snapshot, and what these print: ip addr, ip route, ip rule, ipset save, conntrack -L, sysctl -a</source>
        <translation>%1 没有关于主机的信息：--host 接受场景、节点快照，以及 ip addr、ip route、ip rule、ipset save、conntrack -L、sysctl -a 的输出</translation>
    </message>
    <message>
        <source>nothing that natwalk models: left out</source>
        <translation>natwalk 不模拟此内容：已略过</translation>
    </message>
    <message>
        <source>there is nothing here: save a ruleset with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这里什么也没有：请用 &quot;iptables-save &gt; FILE&quot; 保存规则集</translation>
    </message>
    <message>
        <source>no line of this is one of a ruleset: natwalk reads what &quot;iptables-save&quot; prints</source>
        <translation>没有一行属于规则集：natwalk 读取 &quot;iptables-save&quot; 的输出</translation>
    </message>
    <message>
        <source>this is not text: natwalk reads what &quot;iptables-save&quot; prints</source>
        <translation>这不是文本：natwalk 读取 &quot;iptables-save&quot; 的输出</translation>
    </message>
    <message>
        <source>this is compressed: unpack it first with &quot;gunzip FILE&quot;</source>
        <translation>这是压缩文件：请先用 &quot;gunzip FILE&quot; 解压</translation>
    </message>
    <message>
        <source>this looks like &quot;iptables -L&quot;, which leaves much out: save the ruleset with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这像是 &quot;iptables -L&quot; 的输出，缺少很多内容：请用 &quot;iptables-save &gt; FILE&quot; 保存规则集</translation>
    </message>
    <message>
        <source>this looks like &quot;nft list ruleset&quot;: for rules that iptables made, use &quot;iptables-nft-save &gt; FILE&quot;; natwalk does not read nftables&apos; own rules</source>
        <translation>这像是 &quot;nft list ruleset&quot; 的输出：iptables 写入的规则请用 &quot;iptables-nft-save &gt; FILE&quot;；natwalk 不读取 nftables 自身的规则</translation>
    </message>
    <message>
        <source>this looks like ipsets: the ruleset that uses them is saved with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这像是 ipset：使用它们的规则集请用 &quot;iptables-save &gt; FILE&quot; 保存</translation>
    </message>
    <message>
        <source>this looks like YAML: natwalk reads the rules of a node, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这像是 YAML：natwalk 读取节点上用 &quot;iptables-save &gt; FILE&quot; 保存的规则</translation>
    </message>
    <message>
        <source>this looks like JSON: natwalk reads the rules of a node, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这像是 JSON：natwalk 读取节点上用 &quot;iptables-save &gt; FILE&quot; 保存的规则</translation>
    </message>
    <message>
        <source>this looks like XML: natwalk reads the rules of a host, saved there with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>这像是 XML：natwalk 读取主机上用 &quot;iptables-save &gt; FILE&quot; 保存的规则</translation>
    </message>
    <message>
        <source>this looks like an error message instead of a ruleset: run &quot;iptables-save&quot; as root</source>
        <translation>这像是错误信息而不是规则集：请以 root 运行 &quot;iptables-save&quot;</translation>
    </message>
    <message>
        <source>there is no file %1: check the name</source>
        <translation>没有文件 %1：请检查名称</translation>
    </message>
    <message>
        <source>%1 is a directory: name a file in it, such as one saved with &quot;iptables-save &gt; FILE&quot;</source>
        <translation>%1 是目录：请指定其中的文件，例如用 &quot;iptables-save &gt; FILE&quot; 保存的文件</translation>
    </message>
    <message>
        <source>%1 may not be read: check its permissions, or copy it</source>
        <translation>无权读取 %1：请检查权限或复制一份</translation>
    </message>
    <message>
        <source>%1 is larger than 2 GiB: natwalk does not read it</source>
        <translation>%1 大于 2 GiB：natwalk 不读取</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>these jumps run in a circle: %1; the kernel refuses a circle that packets can come to (&quot;Too many levels of symbolic links&quot;): take out one of the jumps</source>
        <translation>这些跳转成环：%1；内核拒绝数据包可到达的环（&quot;Too many levels of symbolic links&quot;）：请去掉其中一个跳转</translation>
    </message>
    <message>
        <source>these jumps run in a circle: %1; the kernel accepts that only because no built-in chain leads there</source>
        <translation>这些跳转成环：%1；内核之所以接受，只是因为没有内置链通向那里</translation>
    </message>
    <message>
        <source>iptables-nft accepts %2 chains inside each other, and %1 would be one more: let a chain further up jump to it</source>
        <translation>iptables-nft 接受 %2 层链嵌套，%1 会超出一层：请让更上层的链跳转到它</translation>
    </message>
    <message>
        <source>the chain name %1 has %2 characters, and the kernel takes at most %3: choose a shorter one</source>
        <translation>链名 %1 有 %2 个字符，内核最多接受 %3 个：请选短一些的名称</translation>
    </message>
    <message>
        <source>no line declares the chain %1: the text is not complete, and iptables-restore refuses it; add &quot;:%1 - [0:0]&quot; below &quot;*%2&quot;, and the rules of the chain if they are missing</source>
        <translation>没有一行声明链 %1：文本不完整，iptables-restore 会拒绝；请在 &quot;*%2&quot; 下面加上 &quot;:%1 - [0:0]&quot;，如果缺少该链的规则也请补上</translation>
    </message>
    <message>
        <source>%1 is a built-in chain, which only the kernel itself enters: move its rules into a chain of your own and jump to that</source>
        <translation>%1 是内置链，只有内核自己会进入：请把规则移到自建链中再跳转</translation>
    </message>
    <message>
        <source>iptables refuses DROP in the nat table, which sees only the first packet of a connection: drop in the filter table</source>
        <translation>iptables 拒绝在 nat 表中使用 DROP，因为它只看到连接的第一个数据包：请在 filter 表中丢弃</translation>
    </message>
    <message>
        <source>iptables refuses -o in %1, where no packet has an outgoing device: use -i, or a chain that packets pass on their way out</source>
        <translation>iptables 拒绝在 %1 中使用 -o，那里的数据包还没有出口网卡：请用 -i，或数据包离开时经过的链</translation>
    </message>
    <message>
        <source>iptables refuses -i in %1, where packets go out: use -o, or let %1 jump to a chain of your own, where -i is allowed</source>
        <translation>iptables 拒绝在 %1 中使用 -i，那里的数据包正在离开：请用 -o，或让 %1 跳转到允许 -i 的自建链</translation>
    </message>
    <message>
        <source>the hashlimit named %1 is used with --hashlimit-rate-match and without, which the kernel refuses: choose another --hashlimit-name</source>
        <translation>名为 %1 的 hashlimit 既带 --hashlimit-rate-match 又不带，内核会拒绝：请换一个 --hashlimit-name</translation>
    </message>
    <message>
        <source>the hashlimit named %1 has the settings of the rule that names it first; the kernel takes no others, whatever this rule says, and natwalk takes this rule at its word</source>
        <translation>名为 %1 的 hashlimit 以最先使用该名称的规则的设置为准；无论这条规则怎么写，内核都不采用，而 natwalk 仍按这条规则所写的计算</translation>
    </message>
    <message>
        <source>%1 does not work in the table %2: the kernel accepts it in %3 only</source>
        <translation>%1 不能用于表 %2：内核只在 %3 中接受</translation>
    </message>
    <message>
        <source>the kernel accepts %1 at %2 only, not at %3: move the rule</source>
        <translation>内核只在 %2 接受 %1，而不在 %3：请移动规则</translation>
    </message>
    <message>
        <source>the kernel accepts %1 at %2 only, and packets come to the chain %3 from %4, too, by %5: take out that jump or split the chain</source>
        <translation>内核只在 %2 接受 %1，而数据包还会经 %5 从 %4 到达链 %3：请去掉该跳转或拆分此链</translation>
    </message>
    <message>
        <source>natwalk does not simulate %1</source>
        <translation>natwalk 不模拟 %1</translation>
    </message>
    <message>
        <source>%1 needs -p %2 before it</source>
        <translation>%1 之前需要 -p %2</translation>
    </message>
    <message>
        <source>the range of ports goes backwards: %1 is above %2</source>
        <translation>端口范围颠倒：%1 大于 %2</translation>
    </message>
    <message>
        <source>%1 packets with %2</source>
        <translation>带 %2 的 %1 数据包</translation>
    </message>
    <message>
        <source>any %1 packet</source>
        <translation>任意 %1 数据包</translation>
    </message>
    <message>
        <source>destination port %1</source>
        <translation>目的端口 %1</translation>
    </message>
    <message>
        <source>any destination port but %1</source>
        <translation>%1 以外的目的端口</translation>
    </message>
    <message>
        <source>source port %1</source>
        <translation>源端口 %1</translation>
    </message>
    <message>
        <source>any source port but %1</source>
        <translation>%1 以外的源端口</translation>
    </message>
    <message>
        <source>source port is %1, not %2</source>
        <translation>源端口是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>source port is %1, and the rule excludes %2</source>
        <translation>源端口是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>destination port is %1, not %2</source>
        <translation>目的端口是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>destination port is %1, and the rule excludes %2</source>
        <translation>目的端口是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>a later fragment carries no ports</source>
        <translation>后续分片不带端口</translation>
    </message>
    <message>
        <source>of the flags %1 it carries %2, not %3</source>
        <translation>标志 %1 中它带有 %2，而不是 %3</translation>
    </message>
    <message>
        <source>of the flags %1 it carries %2, which the rule excludes</source>
        <translation>标志 %1 中它带有 %2，规则将其排除</translation>
    </message>
    <message>
        <source>natwalk does not know the packet&apos;s TCP options</source>
        <translation>natwalk 不知道数据包的 TCP 选项</translation>
    </message>
    <message>
        <source>remark: %1</source>
        <translation>注释：%1</translation>
    </message>
    <message>
        <source>by chance, %1 of the packets</source>
        <translation>随机取 %1 的数据包</translation>
    </message>
    <message>
        <source>the draw went the other way (chance %1)</source>
        <translation>抽取未落在此处（概率 %1）</translation>
    </message>
    <message>
        <source>its chance is 0: it never matches</source>
        <translation>概率为 0：永远不会命中</translation>
    </message>
    <message>
        <source>one packet in %1</source>
        <translation>每 %1 个数据包取一个</translation>
    </message>
    <message>
        <source>all but one packet in %1</source>
        <translation>每 %1 个数据包除去一个</translation>
    </message>
    <message>
        <source>it is packet %1 of %2 in turn, not packet %3</source>
        <translation>它是每 %2 个中的第 %1 个，而不是第 %3 个</translation>
    </message>
    <message>
        <source>it is packet %1 of %2 in turn, which the rule excludes</source>
        <translation>它是每 %2 个中的第 %1 个，规则将其排除</translation>
    </message>
    <message>
        <source>mark %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>any mark but %1</source>
        <translation>%1 以外的标记</translation>
    </message>
    <message>
        <source>mark is %1, not %2</source>
        <translation>标记是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>mark is %1, and the rule excludes %2</source>
        <translation>标记是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>source is of type %1</source>
        <translation>源地址类型为 %1</translation>
    </message>
    <message>
        <source>source is not of type %1</source>
        <translation>源地址类型不是 %1</translation>
    </message>
    <message>
        <source>destination is of type %1</source>
        <translation>目的地址类型为 %1</translation>
    </message>
    <message>
        <source>destination is not of type %1</source>
        <translation>目的地址类型不是 %1</translation>
    </message>
    <message>
        <source>types of source (%1) and destination (%2)</source>
        <translation>源地址（%1）与目的地址（%2）的类型</translation>
    </message>
    <message>
        <source>%1 is of type %2, not %3</source>
        <translation>%1 的类型是 %2，而不是 %3</translation>
    </message>
    <message>
        <source>%1 is of type %2, which the rule excludes</source>
        <translation>%1 的类型是 %2，规则将其排除</translation>
    </message>
    <message>
        <source>the destination becomes %1</source>
        <translation>目的地址变为 %1</translation>
    </message>
    <message>
        <source>the source becomes the address of the outgoing device</source>
        <translation>源地址变为出口网卡的地址</translation>
    </message>
    <message>
        <source>the mark becomes %1</source>
        <translation>标记变为 %1</translation>
    </message>
    <message>
        <source>the mark gains the bits %1</source>
        <translation>标记置位 %1</translation>
    </message>
    <message>
        <source>of the mark the bits %1 are cleared, then %2 is flipped</source>
        <translation>标记清除位 %1，再翻转 %2</translation>
    </message>
    <message>
        <source>ICMP type %1</source>
        <translation>ICMP 类型 %1</translation>
    </message>
    <message>
        <source>any ICMP type but %1</source>
        <translation>%1 以外的 ICMP 类型</translation>
    </message>
    <message>
        <source>ICMP type is %1, not %2</source>
        <translation>ICMP 类型是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>ICMP type is %1, and the rule excludes %2</source>
        <translation>ICMP 类型是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>a later fragment carries no ICMP type</source>
        <translation>后续分片不带 ICMP 类型</translation>
    </message>
    <message>
        <source>source or destination port %1</source>
        <translation>源端口或目的端口 %1</translation>
    </message>
    <message>
        <source>neither port %1</source>
        <translation>源端口和目的端口都不是 %1</translation>
    </message>
    <message>
        <source>neither source port %1 nor destination port %2 is in %3</source>
        <translation>源端口 %1 和目的端口 %2 都不在 %3 中</translation>
    </message>
    <message>
        <source>source port %1 or destination port %2 is in %3, which the rule excludes</source>
        <translation>源端口 %1 或目的端口 %2 在 %3 中，规则将其排除</translation>
    </message>
    <message>
        <source>at most %1 ports can be listed; a range counts for two</source>
        <translation>最多列出 %1 个端口；范围算两个</translation>
    </message>
    <message>
        <source>connection state %1</source>
        <translation>连接状态 %1</translation>
    </message>
    <message>
        <source>any connection state but %1</source>
        <translation>%1 以外的连接状态</translation>
    </message>
    <message>
        <source>connection state is %1, not %2</source>
        <translation>连接状态是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>connection state is %1, and the rule excludes %2</source>
        <translation>连接状态是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>a connection with %1</source>
        <translation>带 %1 的连接</translation>
    </message>
    <message>
        <source>%1 of the connection is %2, not %3</source>
        <translation>连接的 %1 是 %2，而不是 %3</translation>
    </message>
    <message>
        <source>%1 of the connection is %2, and the rule excludes %3</source>
        <translation>连接的 %1 是 %2，规则排除 %3</translation>
    </message>
    <message>
        <source>it belongs to no connection</source>
        <translation>它不属于任何连接</translation>
    </message>
    <message>
        <source>at most %1, after a burst of %2</source>
        <translation>突发 %2 之后最多 %1</translation>
    </message>
    <message>
        <source>the limit of %1 with a burst of %2 is reached; the next packet may pass in %3 s</source>
        <translation>已达到限速 %1（突发 %2）；%3 秒后下一个数据包可通过</translation>
    </message>
    <message>
        <source>the kernel cannot count so slow a rate with such a burst: %1 and %2</source>
        <translation>内核无法以这样的突发计算如此慢的速率：%1 与 %2</translation>
    </message>
    <message>
        <source>notes the address in the list %1</source>
        <translation>把地址记入列表 %1</translation>
    </message>
    <message>
        <source>takes the address off the list %1</source>
        <translation>把地址移出列表 %1</translation>
    </message>
    <message>
        <source>%1 is not in the list %2</source>
        <translation>%1 不在列表 %2 中</translation>
    </message>
    <message>
        <source>%1 is in the list %2, which the rule excludes</source>
        <translation>%1 在列表 %2 中，规则将其排除</translation>
    </message>
    <message>
        <source>sent from this host, %1</source>
        <translation>由本机发送，%1</translation>
    </message>
    <message>
        <source>no program of this host sent it</source>
        <translation>不是由本机程序发送的</translation>
    </message>
    <message>
        <source>it comes from a socket of this host, which the rule excludes</source>
        <translation>它来自本机的套接字，规则将其排除</translation>
    </message>
    <message>
        <source>which user and group sent it is not known</source>
        <translation>不知道由哪个用户和组发送</translation>
    </message>
    <message>
        <source>user is %1, not %2</source>
        <translation>用户是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>user is %1, and the rule excludes %2</source>
        <translation>用户是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>group is %1, not %2</source>
        <translation>组是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>group is %1, and the rule excludes %2</source>
        <translation>组是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>TTL %1</source>
        <translation>TTL %1</translation>
    </message>
    <message>
        <source>any TTL but %1</source>
        <translation>%1 以外的 TTL</translation>
    </message>
    <message>
        <source>TTL below %1</source>
        <translation>TTL 小于 %1</translation>
    </message>
    <message>
        <source>TTL above %1</source>
        <translation>TTL 大于 %1</translation>
    </message>
    <message>
        <source>TTL is %1, not %2</source>
        <translation>TTL 是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>TTL is %1, and the rule excludes %2</source>
        <translation>TTL 是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>TTL is %1, not below %2</source>
        <translation>TTL 是 %1，不小于 %2</translation>
    </message>
    <message>
        <source>TTL is %1, not above %2</source>
        <translation>TTL 是 %1，不大于 %2</translation>
    </message>
    <message>
        <source>connection mark %1</source>
        <translation>连接标记 %1</translation>
    </message>
    <message>
        <source>any connection mark but %1</source>
        <translation>%1 以外的连接标记</translation>
    </message>
    <message>
        <source>connection mark is %1, not %2</source>
        <translation>连接标记是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>connection mark is %1, and the rule excludes %2</source>
        <translation>连接标记是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>connections with label %1</source>
        <translation>带标签 %1 的连接</translation>
    </message>
    <message>
        <source>connections without label %1</source>
        <translation>不带标签 %1 的连接</translation>
    </message>
    <message>
        <source>any connection, which gets label %1</source>
        <translation>任何连接，并给它加上标签 %1</translation>
    </message>
    <message>
        <source>no connection, but gives it label %1</source>
        <translation>不匹配任何连接，但给它加上标签 %1</translation>
    </message>
    <message>
        <source>the connection does not have label %1</source>
        <translation>连接没有标签 %1</translation>
    </message>
    <message>
        <source>the connection has label %1, and the rule excludes it</source>
        <translation>连接带标签 %1，规则将其排除</translation>
    </message>
    <message>
        <source>conntrack -L does not tell the labels of this connection</source>
        <translation>conntrack -L 没有给出该连接的标签</translation>
    </message>
    <message>
        <source>the source becomes %1</source>
        <translation>源地址变为 %1</translation>
    </message>
    <message>
        <source>the destination becomes this host</source>
        <translation>目的地址变为本机</translation>
    </message>
    <message>
        <source>the destination becomes this host, port %1</source>
        <translation>目的地址变为本机，端口 %1</translation>
    </message>
    <message>
        <source>the net becomes %1, host by host</source>
        <translation>网络变为 %1，逐台对应</translation>
    </message>
    <message>
        <source>the packet is dropped and the sender told so: %1</source>
        <translation>丢弃数据包并告知发送方：%1</translation>
    </message>
    <message>
        <source>writes a line to the kernel&apos;s log: %1</source>
        <translation>向内核日志写一行：%1</translation>
    </message>
    <message>
        <source>%1 does not change where the packet goes</source>
        <translation>%1 不改变数据包的去向</translation>
    </message>
    <message>
        <source>of the connection&apos;s mark the bits %1 are cleared, then %2 is flipped</source>
        <translation>连接标记清除位 %1，再翻转 %2</translation>
    </message>
    <message>
        <source>the connection&apos;s mark becomes the packet&apos;s</source>
        <translation>连接标记变为数据包的标记</translation>
    </message>
    <message>
        <source>the packet&apos;s mark becomes the connection&apos;s</source>
        <translation>数据包的标记变为连接标记</translation>
    </message>
    <message>
        <source>the packet is not tracked</source>
        <translation>数据包不被跟踪</translation>
    </message>
    <message>
        <source>the connection is tracked in zone %1</source>
        <translation>连接在区域 %1 中跟踪</translation>
    </message>
    <message>
        <source>the packet is handed to a socket of this host, port %1</source>
        <translation>数据包交给本机端口 %1 的套接字</translation>
    </message>
    <message>
        <source>the TTL becomes %1</source>
        <translation>TTL 变为 %1</translation>
    </message>
    <message>
        <source>the TTL grows by %1</source>
        <translation>TTL 增加 %1</translation>
    </message>
    <message>
        <source>the TTL shrinks by %1</source>
        <translation>TTL 减少 %1</translation>
    </message>
    <message>
        <source>the type of service becomes %1 (value/mask)</source>
        <translation>服务类型变为 %1（值/掩码）</translation>
    </message>
    <message>
        <source>the DSCP becomes %1</source>
        <translation>DSCP 变为 %1</translation>
    </message>
    <message>
        <source>a program decides, which listens at queue %1</source>
        <translation>由监听队列 %1 的程序决定</translation>
    </message>
    <message>
        <source>addresses in a range: %1</source>
        <translation>范围内的地址：%1</translation>
    </message>
    <message>
        <source>length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>any length but %1</source>
        <translation>%1 以外的长度</translation>
    </message>
    <message>
        <source>length is %1, not %2</source>
        <translation>长度是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>length is %1, and the rule excludes %2</source>
        <translation>长度是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>sent as %1</source>
        <translation>以 %1 方式发送</translation>
    </message>
    <message>
        <source>not sent as %1</source>
        <translation>不以 %1 方式发送</translation>
    </message>
    <message>
        <source>it is sent as %1, not %2</source>
        <translation>以 %1 方式发送，而不是 %2</translation>
    </message>
    <message>
        <source>it is sent as %1, and the rule excludes %2</source>
        <translation>以 %1 方式发送，规则排除 %2</translation>
    </message>
    <message>
        <source>type of service %1</source>
        <translation>服务类型 %1</translation>
    </message>
    <message>
        <source>any type of service but %1</source>
        <translation>%1 以外的服务类型</translation>
    </message>
    <message>
        <source>type of service is %1, not %2</source>
        <translation>服务类型是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>type of service is %1, and the rule excludes %2</source>
        <translation>服务类型是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>DSCP %1</source>
        <translation>DSCP %1</translation>
    </message>
    <message>
        <source>any DSCP but %1</source>
        <translation>%1 以外的 DSCP</translation>
    </message>
    <message>
        <source>DSCP is %1, not %2</source>
        <translation>DSCP 是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>DSCP is %1, and the rule excludes %2</source>
        <translation>DSCP 是 %1，规则排除 %2</translation>
    </message>
    <message>
        <source>sender&apos;s link address %1</source>
        <translation>发送方的链路地址 %1</translation>
    </message>
    <message>
        <source>any sender&apos;s link address but %1</source>
        <translation>%1 以外的发送方链路地址</translation>
    </message>
    <message>
        <source>the sender&apos;s link address is not known</source>
        <translation>不知道发送方的链路地址</translation>
    </message>
    <message>
        <source>it did not come over a link with addresses</source>
        <translation>它不是经由有地址的链路到达的</translation>
    </message>
    <message>
        <source>source %1 is not in %2</source>
        <translation>源地址 %1 不在 %2 中</translation>
    </message>
    <message>
        <source>source %1 is in %2, which the rule excludes</source>
        <translation>源地址 %1 在 %2 中，规则将其排除</translation>
    </message>
    <message>
        <source>destination %1 is not in %2</source>
        <translation>目的地址 %1 不在 %2 中</translation>
    </message>
    <message>
        <source>destination %1 is in %2, which the rule excludes</source>
        <translation>目的地址 %1 在 %2 中，规则将其排除</translation>
    </message>
    <message>
        <source>protocol is %1, not %2</source>
        <translation>协议是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>protocol is %1, which the rule excludes</source>
        <translation>协议是 %1，规则将其排除</translation>
    </message>
    <message>
        <source>came in by %1, not by %2</source>
        <translation>从 %1 进入，而不是 %2</translation>
    </message>
    <message>
        <source>came in by %1, which the rule excludes</source>
        <translation>从 %1 进入，规则将其排除</translation>
    </message>
    <message>
        <source>was made by this host, so it came in by no interface and not by %1</source>
        <translation>由本机产生，没有入口网卡，因此不是 %1</translation>
    </message>
    <message>
        <source>goes out by %1, not by %2</source>
        <translation>从 %1 离开，而不是 %2</translation>
    </message>
    <message>
        <source>goes out by %1, which the rule excludes</source>
        <translation>从 %1 离开，规则将其排除</translation>
    </message>
    <message>
        <source>is not on its way out here, so it goes out by no interface and not by %1</source>
        <translation>此处尚未离开，没有出口网卡，因此不是 %1</translation>
    </message>
    <message>
        <source>is not a later fragment</source>
        <translation>不是后续分片</translation>
    </message>
    <message>
        <source>is a later fragment</source>
        <translation>是后续分片</translation>
    </message>
    <message>
        <source>the draw went the other way; it lets %1 of the packets through</source>
        <translation>抽取未落在此处；它放行 %1 的数据包</translation>
    </message>
    <message>
        <source>natwalk cannot decide -m %1: taken as not matching</source>
        <translation>natwalk 无法判断 -m %1：视为不命中</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>已转发</translation>
    </message>
    <message>
        <source>Forwarded after NAT</source>
        <translation>NAT 后转发</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Sent after NAT</source>
        <translation>NAT 后发送</translation>
    </message>
    <message>
        <source>Delivered to this host</source>
        <translation>送达本机</translation>
    </message>
    <message>
        <source>Delivered to this host after NAT</source>
        <translation>NAT 后送达本机</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>Answered by the host itself</source>
        <translation>由主机自身应答</translation>
    </message>
    <message>
        <source>Depends</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Reaches %1, forwarded after NAT, source kept</source>
        <translation>到达 %1，NAT 后转发，源地址不变</translation>
    </message>
    <message>
        <source>Reaches %1, forwarded after NAT, source becomes %2</source>
        <translation>到达 %1，NAT 后转发，源地址变为 %2</translation>
    </message>
    <message>
        <source>Reaches %1, sent after NAT, source kept</source>
        <translation>到达 %1，NAT 后发送，源地址不变</translation>
    </message>
    <message>
        <source>Reaches %1, sent after NAT, source becomes %2</source>
        <translation>到达 %1，NAT 后发送，源地址变为 %2</translation>
    </message>
    <message>
        <source>Reaches %1 on this host after NAT, source kept</source>
        <translation>到达本机 %1，经过 NAT，源地址不变</translation>
    </message>
    <message>
        <source>Reaches %1 on this host after NAT, source becomes %2</source>
        <translation>到达本机 %1，经过 NAT，源地址变为 %2</translation>
    </message>
    <message>
        <source>Forwarded to %1 by %2, unchanged</source>
        <translation>经 %2 转发到 %1，未改写</translation>
    </message>
    <message>
        <source>Forwarded to %1 by %2, source becomes %3</source>
        <translation>经 %2 转发到 %1，源地址变为 %3</translation>
    </message>
    <message>
        <source>Sent to %1 by %2, unchanged</source>
        <translation>经 %2 发送到 %1，未改写</translation>
    </message>
    <message>
        <source>Sent to %1 by %2, source becomes %3</source>
        <translation>经 %2 发送到 %1，源地址变为 %3</translation>
    </message>
    <message>
        <source>Delivered to this host at %1</source>
        <translation>送达本机 %1</translation>
    </message>
    <message>
        <source>Rejected at once with %1 by rule %2 of %3 %4</source>
        <translation>被 %3 表 %4 的规则 %2 以 %1 立即拒绝</translation>
    </message>
    <message>
        <source>Dropped by rule %1 of %2 %3: the client hangs until it gives up</source>
        <translation>被 %2 表 %3 的规则 %1 丢弃：客户端一直等到放弃</translation>
    </message>
    <message>
        <source>Dropped by the policy of %1 %2: the client hangs until it gives up</source>
        <translation>被 %1 表 %2 的策略丢弃：客户端一直等到放弃</translation>
    </message>
    <message>
        <source>Dropped by rule %1 of %2 %3: sending fails at once (operation not permitted)</source>
        <translation>被 %2 表 %3 的规则 %1 丢弃：发送立即失败（operation not permitted）</translation>
    </message>
    <message>
        <source>Dropped by the policy of %1 %2: sending fails at once (operation not permitted)</source>
        <translation>被 %1 表 %2 的策略丢弃：发送立即失败（operation not permitted）</translation>
    </message>
    <message>
        <source>Cannot be sent: this host has no route to %1</source>
        <translation>无法发送：本机没有到 %1 的路由</translation>
    </message>
    <message>
        <source>Dropped by a blackhole route to %1: the client hangs until it gives up</source>
        <translation>被到 %1 的黑洞路由丢弃：客户端一直等到放弃</translation>
    </message>
    <message>
        <source>Cannot be sent: the route says that %1 is unreachable</source>
        <translation>无法发送：路由表明 %1 不可达</translation>
    </message>
    <message>
        <source>Cannot be sent: the route prohibits %1</source>
        <translation>无法发送：路由禁止 %1</translation>
    </message>
    <message>
        <source>Dropped by routing: a packet from %1 cannot come in by %2</source>
        <translation>被路由丢弃：来自 %1 的数据包不可能从 %2 进入</translation>
    </message>
    <message>
        <source>Dropped by routing: a packet to %1 cannot come from outside</source>
        <translation>被路由丢弃：发往 %1 的数据包不可能来自外部</translation>
    </message>
    <message>
        <source>Dropped by rp_filter: the way back to %1 does not lead by %2</source>
        <translation>被 rp_filter 丢弃：返回 %1 的路不经过 %2</translation>
    </message>
    <message>
        <source>Dropped: this host does not forward (ip_forward is 0)</source>
        <translation>已丢弃：本机不转发（ip_forward 为 0）</translation>
    </message>
    <message>
        <source>Dropped: its source %1 is known on its own link only</source>
        <translation>已丢弃：其源地址 %1 仅在其所在链路内有效</translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: its source %1 is known on its own link only</source>
        <translation>本机以 ICMP 错误应答：其源地址 %1 仅在其所在链路内有效</translation>
    </message>
    <message>
        <source>Dropped: nobody on this host takes packets to %1</source>
        <translation>已丢弃：本机没有接收发往 %1 的数据包者</translation>
    </message>
    <message>
        <source>Dropped: its time to live is over</source>
        <translation>已丢弃：生存时间耗尽</translation>
    </message>
    <message>
        <source>Dropped: it is too big for %1 and must not be cut</source>
        <translation>已丢弃：对 %1 来说太大且不允许分片</translation>
    </message>
    <message>
        <source>Dropped by NAT: no free address or port is left (rule %1 of %2 %3)</source>
        <translation>被 NAT 丢弃：没有空闲的地址或端口（%2 表 %3 的规则 %1）</translation>
    </message>
    <message>
        <source>Dropped by NAT: its connection is masqueraded behind another device than %1, and ends here</source>
        <translation>被 NAT 丢弃：其连接伪装在 %1 以外的设备之后，连接到此结束</translation>
    </message>
    <message>
        <source>Dropped by NAT: another connection already looks like this one</source>
        <translation>被 NAT 丢弃：已有另一个连接与此相同</translation>
    </message>
    <message>
        <source>Dropped by NAT: its GRE header is too short to be translated</source>
        <translation>被 NAT 丢弃：其 GRE 头太短，无法转换</translation>
    </message>
    <message>
        <source>Held back: conntrack waits for the other fragments of this packet</source>
        <translation>被扣住：连接跟踪在等待此数据包的其他分片</translation>
    </message>
    <message>
        <source>a copy of what this host sends to all comes round to itself, too; natwalk follows the one that leaves</source>
        <translation>本机发给所有主机的数据包，会有一份副本绕回本机；natwalk 跟踪离开的那一份</translation>
    </message>
    <message>
        <source>the kernel limits all ICMP errors together, and this one may be too many; natwalk takes it for sent</source>
        <translation>内核限制 ICMP 错误的总数，这一个可能超出；natwalk 视为已发出</translation>
    </message>
    <message>
        <source>a connection helper may expect this connection: then it is RELATED, and translated as the helper asks</source>
        <translation>连接辅助模块可能在等待此连接：那样它的状态是 RELATED，并按辅助模块的要求转换</translation>
    </message>
    <message>
        <source>natwalk does not follow SCTP&apos;s handshakes: the connection may have ended by its time-out</source>
        <translation>natwalk 不跟踪 SCTP 的握手：此连接可能已超时结束</translation>
    </message>
    <message>
        <source>where its other fragments came before, the whole packet goes on from here</source>
        <translation>如果其他分片已先到达，完整的数据包从此处继续前进</translation>
    </message>
    <message>
        <source>it is too long for its device and leaves in pieces; natwalk shows it whole</source>
        <translation>它对设备来说太长，会分片离开；natwalk 显示完整的数据包</translation>
    </message>
    <message>
        <source>nf_tables takes the first bytes of a later fragment for its ports; natwalk knows none</source>
        <translation>nf_tables 把后续分片的开头几个字节当作端口；natwalk 不知道其端口</translation>
    </message>
    <message>
        <source>Dropped: the client hangs until it gives up</source>
        <translation>已丢弃：客户端一直等到放弃</translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: it has no route to %1</source>
        <translation>本机以 ICMP 错误应答：没有到 %1 的路由</translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: its route says that %1 is unreachable</source>
        <translation>本机以 ICMP 错误应答：路由表明 %1 不可达</translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: its route prohibits %1</source>
        <translation>本机以 ICMP 错误应答：路由禁止 %1</translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: the packet&apos;s time to live is over</source>
        <translation>本机以 ICMP 错误应答：数据包的生存时间耗尽</translation>
    </message>
    <message>
        <source>Answered by this host with an ICMP error: the packet is too big for %1 and must not be cut</source>
        <translation>本机以 ICMP 错误应答：数据包对 %1 来说太大且不允许分片</translation>
    </message>
    <message>
        <source>Depends on -m %1 in rule %2 of %3 %4, which natwalk cannot decide</source>
        <translation>取决于 %3 表 %4 规则 %2 中的 -m %1，natwalk 无法判断</translation>
    </message>
    <message>
        <source>Given up at rule %1 of %2 %3: the packet has taken more jumps than natwalk follows</source>
        <translation>在 %2 表 %3 的规则 %1 处放弃：数据包的跳转次数超出 natwalk 的跟踪上限</translation>
    </message>
    <message>
        <source>Walks in a circle at rule %1 of %2 %3: the kernel would not load these rules</source>
        <translation>在 %2 表 %3 的规则 %1 处循环：内核不会载入这些规则</translation>
    </message>
    <message>
        <source>this is no JSON from here on</source>
        <translation>从这里开始不是 JSON</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>应为 %1，却是 %2</translation>
    </message>
    <message>
        <source>expected a number from %1 to %2, found %3</source>
        <translation>应为 %1 到 %2 的数字，却是 %3</translation>
    </message>
    <message>
        <source>expected a whole number, found %1</source>
        <translation>应为整数，却是 %1</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;</source>
        <translation>未知的键 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>未知的键 &quot;%1&quot;；是否指 &quot;%2&quot;？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>缺少 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>too many lists and objects within each other</source>
        <translation>列表和对象嵌套过深</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address</source>
        <translation>&quot;%1&quot; 不是地址</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network</source>
        <translation>&quot;%1&quot; 不是网络</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number from %2 to %3</source>
        <translation>&quot;%1&quot; 不是 %2 到 %3 的数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for a device: 1 to 15 bytes, no blank, no slash</source>
        <translation>&quot;%1&quot; 不能作网卡名：1 到 15 个字节，没有空格和斜杠</translation>
    </message>
    <message>
        <source>another word should follow &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 后面应还有一个词</translation>
    </message>
    <message>
        <source>natwalk does not know &quot;%1&quot; in a route</source>
        <translation>natwalk 不认识路由中的 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>natwalk does not know &quot;%1&quot; in a routing rule</source>
        <translation>natwalk 不认识路由规则中的 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>natwalk does not know &quot;%1&quot; in an interface&apos;s address</source>
        <translation>natwalk 不认识网卡地址中的 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the route needs &quot;dev&quot; or &quot;via&quot;</source>
        <translation>路由需要 &quot;dev&quot; 或 &quot;via&quot;</translation>
    </message>
    <message>
        <source>expected one of %1, found &quot;%2&quot;</source>
        <translation>应为 %1 之一，却是 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>no interface is named &quot;%1&quot;</source>
        <translation>没有名为 &quot;%1&quot; 的网卡</translation>
    </message>
    <message>
        <source>the gateway %1 lies in no interface&apos;s net</source>
        <translation>网关 %1 不在任何网卡的网络中</translation>
    </message>
    <message>
        <source>no earlier packet is named &quot;%1&quot;</source>
        <translation>之前没有名为 &quot;%1&quot; 的数据包</translation>
    </message>
    <message>
        <source>source and destination are not of the same family</source>
        <translation>源和目的不属于同一协议族</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no protocol</source>
        <translation>&quot;%1&quot; 不是协议</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no TCP flags</source>
        <translation>&quot;%1&quot; 不是 TCP 标志</translation>
    </message>
    <message>
        <source>expected pairs of hexadecimal digits after &quot;hex:&quot;</source>
        <translation>&quot;hex:&quot; 后面应为成对的十六进制数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is read but not simulated</source>
        <translation>&quot;%1&quot; 已读取但不模拟</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no rule; expected TABLE:CHAIN:rule:NUMBER</source>
        <translation>&quot;%1&quot; 不是规则名；应写作 表:链:rule:编号</translation>
    </message>
    <message>
        <source>the rule %1 does not exist or counts nothing</source>
        <translation>规则 %1 不存在或不计数</translation>
    </message>
    <message>
        <source>the packet &quot;%1&quot; did not arrive anywhere, so nothing can follow it</source>
        <translation>数据包 &quot;%1&quot; 没有到达任何地方，因此没有后续</translation>
    </message>
    <message>
        <source>the file holds no rules for %1</source>
        <translation>文件中没有 %1 的规则</translation>
    </message>
    <message>
        <source>packets from outside come in by %1, which the rules name</source>
        <translation>外部的数据包从 %1 进入，规则中提到它</translation>
    </message>
    <message>
        <source>packets from outside come in by %1: the rules name no device towards outside</source>
        <translation>外部的数据包从 %1 进入：规则没有提到通向外部的网卡</translation>
    </message>
    <message>
        <source>%1 is behind %2: the rules name them together</source>
        <translation>%1 在 %2 后面：规则把它们写在一起</translation>
    </message>
    <message>
        <source>pods have addresses in %1: the rules keep the source of packets from there</source>
        <translation>Pod 的地址在 %1 中：规则保留来自那里的源地址</translation>
    </message>
    <message>
        <source>pods have addresses in %1: services send connections there</source>
        <translation>Pod 的地址在 %1 中：Service 把连接发往那里</translation>
    </message>
    <message>
        <source>%1 is a net behind this host: the rules send connections there</source>
        <translation>%1 是本机后面的网络：规则把连接发往那里</translation>
    </message>
    <message>
        <source>all pods are behind %1, those of other nodes too</source>
        <translation>所有 Pod 都在 %1 后面，其他节点的也是</translation>
    </message>
    <message>
        <source>hosts that the rules send connections to are behind %1</source>
        <translation>规则发往的主机在 %1 后面</translation>
    </message>
    <message>
        <source>this host is %1 on %2: the rules treat the address as its own</source>
        <translation>本机是 %2 上的 %1：规则把该地址当作本机地址</translation>
    </message>
    <message>
        <source>this node is %1 on %2, in the net of the API server %3</source>
        <translation>此节点是 %2 上的 %1，与 API 服务器 %3 同网</translation>
    </message>
    <message>
        <source>this host is %1 on %2: the rules do not tell its address</source>
        <translation>本机是 %2 上的 %1：规则没有说明其地址</translation>
    </message>
    <message>
        <source>everything else is reached through %1</source>
        <translation>其余一切经 %1 到达</translation>
    </message>
    <message>
        <source>rp_filter is 2 and ICMP errors are limited to one a second for each receiver, as distributions set them</source>
        <translation>rp_filter 为 2，ICMP 错误对每个接收方每秒限一个，与发行版的设置相同</translation>
    </message>
    <message>
        <source>this host forwards packets (ip_forward is 1)</source>
        <translation>本机转发数据包（ip_forward 为 1）</translation>
    </message>
    <message>
        <source>this host does not forward packets (ip_forward is 0): no rule speaks of forwarding</source>
        <translation>本机不转发数据包（ip_forward 为 0）：没有规则涉及转发</translation>
    </message>
    <message>
        <source>packets to 127.0.0.0/8 may be forwarded (route_localnet is 1), as kube-proxy sets it</source>
        <translation>发往 127.0.0.0/8 的数据包可以转发（route_localnet 为 1），与 kube-proxy 的设置相同</translation>
    </message>
    <message>
        <source>programs listen on every port of this host</source>
        <translation>本机每个端口都有程序监听</translation>
    </message>
    <message>
        <source>Consistent with chance: a deviation at least this large happens in %1 of runs.</source>
        <translation>与随机一致：至少这么大的偏差在 %1 的试验中出现。</translation>
    </message>
    <message>
        <source>Unusual, but chance can do it: a deviation at least this large happens in %1 of runs.</source>
        <translation>少见，但随机也会如此：至少这么大的偏差在 %1 的试验中出现。</translation>
    </message>
    <message>
        <source>Too large for chance: a deviation at least this large happens in %1 of runs.</source>
        <translation>偏差过大，不像随机：至少这么大的偏差在 %1 的试验中出现。</translation>
    </message>
    <message>
        <source>Not chance: connections ended where the rules lead none (%1 of them).</source>
        <translation>不是随机：有 %1 个连接到达规则不会通向之处。</translation>
    </message>
    <message>
        <source>Outcomes that expect fewer than 5 connections: %1. The figure is exact all the same: every possible result was weighed.</source>
        <translation>预期连接少于 5 个的结果：%1 个。该数值仍是精确的：已计入每一种可能的结果。</translation>
    </message>
    <message>
        <source>Outcomes that expect fewer than 5 connections: %1. So the figure was found by %2 draws (95 % interval %3 to %4).</source>
        <translation>预期连接少于 5 个的结果：%1 个。因此该数值由 %2 次抽取得出（95 % 区间 %3 至 %4）。</translation>
    </message>
    <message>
        <source>%1 connections show a share that is wrong by %2 percentage points or more, four times in five.</source>
        <translation>%1 个连接在五次中有四次能显出偏差达 %2 个百分点或以上的份额。</translation>
    </message>
    <message>
        <source>%1 requests, with %2 on each connection, weigh like %3 connections: what goes over one connection ends at one endpoint.</source>
        <translation>%1 个请求（每个连接 %2 个）相当于 %3 个连接：经同一连接的都到达同一端点。</translation>
    </message>
    <message>
        <source>If these are requests, not connections: keep-alive with %1 or more requests on each connection would explain it.</source>
        <translation>如果这些是请求而不是连接：每个连接 %1 个或更多请求的 keep-alive 就能解释它。</translation>
    </message>
    <message>
        <source>Counters count connections since kube-proxy last wrote the rules: each change of a Service or an endpoint sets them to 0.</source>
        <translation>计数器统计 kube-proxy 上次写入规则以来的连接：Service 或端点每次变化都会将其清零。</translation>
    </message>
    <message>
        <source>The rules came without counters: iptables-save -c saves them.</source>
        <translation>规则没有带计数器：iptables-save -c 会保存它们。</translation>
    </message>
    <message>
        <source>line %1 holds no endpoint with a count: &quot;%2&quot;</source>
        <translation>第 %1 行没有端点和数量：“%2”</translation>
    </message>
    <message>
        <source>line %1 breaks the JSON: &quot;%2&quot;</source>
        <translation>第 %1 行破坏了 JSON：“%2”</translation>
    </message>
    <message>
        <source>This packet never ends at %1, where %2 were counted.</source>
        <translation>此数据包从不到达 %1，那里却计数了 %2 个。</translation>
    </message>
    <message>
        <source>More than one end is called %1: say its port.</source>
        <translation>名为 %1 的终点不止一个：请写明端口。</translation>
    </message>
    <message>
        <source>%1 at rule %2</source>
        <translation>在规则 %2 命中 %1</translation>
    </message>
    <message>
        <source>not %1 at rule %2</source>
        <translation>在规则 %2 未命中 %1</translation>
    </message>
    <message>
        <source>none of %1 draws at rules %2 to %3</source>
        <translation>在规则 %2 至 %3 的 %1 次抽取均未命中</translation>
    </message>
    <message>
        <source>%1 at rule %2 of %3</source>
        <translation>在 %3 的规则 %2 命中 %1</translation>
    </message>
    <message>
        <source>not %1 at rule %2 of %3</source>
        <translation>在 %3 的规则 %2 未命中 %1</translation>
    </message>
    <message>
        <source>none of %1 draws at rules %2 to %3 of %4</source>
        <translation>在 %4 的规则 %2 至 %3 的 %1 次抽取均未命中</translation>
    </message>
    <message>
        <source>without a draw</source>
        <translation>无需抽取</translation>
    </message>
    <message>
        <source>Meant are %1 each. The kernel compares 31 random bits, so %2 gets %3 more than %4.</source>
        <translation>本意是各占 %1。内核比较 31 个随机位，因此 %2 比 %4 多得 %3。</translation>
    </message>
    <message>
        <source>The rules leave nothing to chance: there is one outcome only.</source>
        <translation>规则没有随机成分：只有一种结果。</translation>
    </message>
    <message>
        <source>No connections counted yet: nothing to judge.</source>
        <translation>尚未统计连接：无从判断。</translation>
    </message>
    <message>
        <source>Outcomes that expect fewer than 5 connections: %1. Take the figure as rough.</source>
        <translation>预期少于 5 个连接的结果：%1 种。此数值仅供参考。</translation>
    </message>
    <message>
        <source>Connections hang on earlier ones here (a rule remembers them), so no probability can be given for this result.</source>
        <translation>这里的连接取决于之前的连接（有规则会记住它们），因此无法给出此结果的概率。</translation>
    </message>
    <message>
        <source>Connections hang on earlier ones here (%1 of them met the entry of one), so no probability can be given for this result.</source>
        <translation>这里的连接取决于之前的连接（其中 %1 个遇到了之前连接的条目），因此无法给出此结果的概率。</translation>
    </message>
    <message>
        <source>Clients fare differently here, and each comes as often as the others: no probability can be given for this result.</source>
        <translation>这里各客户端的情况不同，且各自连接的次数相同：无法给出此结果的概率。</translation>
    </message>
    <message>
        <source>The intervals come from %1 histories, which are independent of each other.</source>
        <translation>区间由 %1 段彼此独立的历史得出。</translation>
    </message>
    <message>
        <source>the mark loses the bits %1</source>
        <translation>标记清除位 %1</translation>
    </message>
    <message>
        <source>the bits %1 of the mark are flipped</source>
        <translation>标记翻转位 %1</translation>
    </message>
    <message>
        <source>in the list %1</source>
        <translation>在列表 %1 中</translation>
    </message>
    <message>
        <source>not in the list %1</source>
        <translation>不在列表 %1 中</translation>
    </message>
    <message>
        <source>in the list %1, seen within %3 s</source>
        <translation>在列表 %1 中，%3 秒内出现过</translation>
    </message>
    <message>
        <source>not in the list %1, or not seen within %3 s</source>
        <translation>不在列表 %1 中，或 %3 秒内未出现</translation>
    </message>
    <message>
        <source>in the list %1, seen %2 times or more</source>
        <translation>在列表 %1 中，出现 %2 次或更多</translation>
    </message>
    <message>
        <source>not in the list %1, or seen less than %2 times</source>
        <translation>不在列表 %1 中，或出现少于 %2 次</translation>
    </message>
    <message>
        <source>in the list %1, seen %2 times or more within %3 s</source>
        <translation>在列表 %1 中，%3 秒内出现 %2 次或更多</translation>
    </message>
    <message>
        <source>not in the list %1, or seen less than %2 times within %3 s</source>
        <translation>不在列表 %1 中，或 %3 秒内出现少于 %2 次</translation>
    </message>
    <message>
        <source>sightings of %1: %2, not %3</source>
        <translation>%1 的出现次数：%2，而不是 %3</translation>
    </message>
    <message>
        <source>sightings of %1 within %4 s: %2, not %3</source>
        <translation>%1 在 %4 秒内的出现次数：%2，而不是 %3</translation>
    </message>
    <message>
        <source>%1 in the set %2</source>
        <translation>%1 在集合 %2 中</translation>
    </message>
    <message>
        <source>%1 not in the set %2</source>
        <translation>%1 不在集合 %2 中</translation>
    </message>
    <message>
        <source>its %1 is not in the set %2</source>
        <translation>它的 %1 不在集合 %2 中</translation>
    </message>
    <message>
        <source>its %1 is in the set %2, which the rule excludes</source>
        <translation>它的 %1 在集合 %2 中，规则将其排除</translation>
    </message>
    <message>
        <source>what the set %1 holds is not known</source>
        <translation>集合 %1 的内容未知</translation>
    </message>
    <message>
        <source>passes a bridge of this host: %1</source>
        <translation>经过本机的网桥：%1</translation>
    </message>
    <message>
        <source>it passes no bridge of this host, and the rule asks for one: %1</source>
        <translation>它不经过本机的网桥，而规则要求经过：%1</translation>
    </message>
    <message>
        <source>every packet, counted as %1</source>
        <translation>每个数据包，计入 %1</translation>
    </message>
    <message>
        <source>%1 is %2, not %3</source>
        <translation>%1 为 %2，而非 %3</translation>
    </message>
    <message>
        <source>%1 is %2, and the rule excludes %3</source>
        <translation>%1 为 %2，规则将 %3 排除在外</translation>
    </message>
    <message>
        <source>the range goes backwards: %1 is above %2</source>
        <translation>范围颠倒：%1 大于 %2</translation>
    </message>
    <message>
        <source>security parameter index %1</source>
        <translation>安全参数索引（SPI）%1</translation>
    </message>
    <message>
        <source>any security parameter index but %1</source>
        <translation>%1 以外的安全参数索引（SPI）</translation>
    </message>
    <message>
        <source>marks of congestion: %1</source>
        <translation>拥塞标志：%1</translation>
    </message>
    <message>
        <source>at most %1 for each %2, after a burst of %3</source>
        <translation>每个 %2 至多 %1，突发 %3 之后</translation>
    </message>
    <message>
        <source>more than %1, after a burst of %2</source>
        <translation>超过 %1，突发 %2 之后</translation>
    </message>
    <message>
        <source>more than %1 for each %2, after a burst of %3</source>
        <translation>每个 %2 超过 %1，突发 %3 之后</translation>
    </message>
    <message>
        <source>the limit of %1 with a burst of %2 is not reached</source>
        <translation>未达到 %1（突发 %2）的限制</translation>
    </message>
    <message>
        <source>at most %1 open connections from the same /%2</source>
        <translation>来自同一 /%2 的连接至多 %1 个</translation>
    </message>
    <message>
        <source>more than %1 open connections from the same /%2</source>
        <translation>来自同一 /%2 的连接多于 %1 个</translation>
    </message>
    <message>
        <source>at most %1 open connections to the same /%2</source>
        <translation>去往同一 /%2 的连接至多 %1 个</translation>
    </message>
    <message>
        <source>more than %1 open connections to the same /%2</source>
        <translation>去往同一 /%2 的连接多于 %1 个</translation>
    </message>
    <message>
        <source>open connections counted: %1, which is above %2</source>
        <translation>计得 %1 个连接，多于 %2 个</translation>
    </message>
    <message>
        <source>open connections counted: %1, which is not above %2</source>
        <translation>计得 %1 个连接，不多于 %2 个</translation>
    </message>
    <message>
        <source>the first %1 bytes</source>
        <translation>最初的 %1 字节</translation>
    </message>
    <message>
        <source>all but the first %1 bytes</source>
        <translation>最初的 %1 字节之外</translation>
    </message>
    <message>
        <source>the quota of %1 bytes is used up</source>
        <translation>%1 字节的配额已用完</translation>
    </message>
    <message>
        <source>the quota of %1 bytes is not used up</source>
        <translation>%1 字节的配额尚未用完</translation>
    </message>
    <message>
        <source>how much the connection carried so far is not known</source>
        <translation>连接至今传送了多少尚不可知</translation>
    </message>
    <message>
        <source>an answer would leave by the device it came in by</source>
        <translation>应答会从它进入的设备发出</translation>
    </message>
    <message>
        <source>an answer would not leave by the device it came in by</source>
        <translation>应答不会从它进入的设备发出</translation>
    </message>
    <message>
        <source>an answer to %1 would leave by %2</source>
        <translation>对 %1 的应答会从 %2 发出</translation>
    </message>
    <message>
        <source>there is no way back to %1</source>
        <translation>没有回到 %1 的路由</translation>
    </message>
    <message>
        <source>protected by IPsec: %1</source>
        <translation>受 IPsec 保护：%1</translation>
    </message>
    <message>
        <source>not protected by IPsec</source>
        <translation>不受 IPsec 保护</translation>
    </message>
    <message>
        <source>natwalk supposes that this host has no IPsec</source>
        <translation>natwalk 假定本机没有 IPsec</translation>
    </message>
    <message>
        <source>connections that fall to these nodes of a cluster of %2: %1</source>
        <translation>归于 %2 节点集群中这些节点的连接：%1</translation>
    </message>
    <message>
        <source>devices of a group: %1</source>
        <translation>设备所属的组：%1</translation>
    </message>
    <message>
        <source>a connection that a helper expected: %1</source>
        <translation>助手所预期的连接：%1</translation>
    </message>
    <message>
        <source>no helper expected its connection</source>
        <translation>没有助手预期它的连接</translation>
    </message>
    <message>
        <source>at this time: %1</source>
        <translation>在此时间：%1</translation>
    </message>
    <message>
        <source>it is %1, and the rule asks for %2</source>
        <translation>现在是 %1，而规则要求 %2</translation>
    </message>
    <message>
        <source>what time it is is not known</source>
        <translation>现在的时间不可知</translation>
    </message>
    <message>
        <source>bytes of the packet: %1</source>
        <translation>数据包的字节：%1</translation>
    </message>
    <message>
        <source>the bytes are others: %1</source>
        <translation>字节不符：%1</translation>
    </message>
    <message>
        <source>natwalk does not know the bytes that are asked for: %1</source>
        <translation>natwalk 不知道所问的字节：%1</translation>
    </message>
    <message>
        <source>with an IPv6 extension header: %1</source>
        <translation>带有 IPv6 扩展首部：%1</translation>
    </message>
    <message>
        <source>it has no such extension header</source>
        <translation>它没有这样的扩展首部</translation>
    </message>
    <message>
        <source>its header is another than %1</source>
        <translation>它的首部不是 %1</translation>
    </message>
    <message>
        <source>with these IPv6 headers: %1</source>
        <translation>带有这些 IPv6 首部：%1</translation>
    </message>
    <message>
        <source>the source address is made of the sender&apos;s link address (EUI-64)</source>
        <translation>源地址由发送者的链路地址构成（EUI-64）</translation>
    </message>
    <message>
        <source>a socket of this host waits for it (%1)</source>
        <translation>本机有套接字在等待它（%1）</translation>
    </message>
    <message>
        <source>no socket of this host waits for it</source>
        <translation>本机没有套接字在等待它</translation>
    </message>
    <message>
        <source>which sockets this host has is not known</source>
        <translation>本机有哪些套接字不可知</translation>
    </message>
    <message>
        <source>the CPU that handles it: %1</source>
        <translation>处理它的 CPU：%1</translation>
    </message>
    <message>
        <source>the control group of the process that sent it: %1</source>
        <translation>发送它的进程的控制组：%1</translation>
    </message>
    <message>
        <source>what a BPF program says: %1</source>
        <translation>由 BPF 程序判断：%1</translation>
    </message>
    <message>
        <source>the operating system that it looks to come from: %1</source>
        <translation>它看来出自的操作系统：%1</translation>
    </message>
    <message>
        <source>a rate that was measured: %1</source>
        <translation>测得的速率：%1</translation>
    </message>
    <message>
        <source>the realm of its route: %1</source>
        <translation>路由的 realm：%1</translation>
    </message>
    <message>
        <source>how IPVS balances it: %1</source>
        <translation>IPVS 如何均衡它：%1</translation>
    </message>
    <message>
        <source>maximum segment size %1</source>
        <translation>最大报文段长度 %1</translation>
    </message>
    <message>
        <source>any maximum segment size but %1</source>
        <translation>%1 以外的最大报文段长度</translation>
    </message>
    <message>
        <source>a text in the packet: %1</source>
        <translation>数据包中的文本：%1</translation>
    </message>
    <message>
        <source>with %1 bytes it is too short to hold it</source>
        <translation>它只有 %1 字节，容不下所找的内容</translation>
    </message>
    <message>
        <source>the host answers the handshake in the server&apos;s place</source>
        <translation>本机代替服务器应答握手</translation>
    </message>
    <message>
        <source>the marks of congestion of TCP are cleared</source>
        <translation>清除 TCP 的拥塞标志</translation>
    </message>
    <message>
        <source>its %1 is added to the set %2</source>
        <translation>将它的 %1 加入集合 %2</translation>
    </message>
    <message>
        <source>its %1 is taken out of the set %2</source>
        <translation>将它的 %1 移出集合 %2</translation>
    </message>
    <message>
        <source>a copy goes to %1</source>
        <translation>副本发往 %1</translation>
    </message>
    <message>
        <source>the kernel logs its way through the rules</source>
        <translation>内核记录它经过规则的路径</translation>
    </message>
    <message>
        <source>the kernel&apos;s audit notes it: %1</source>
        <translation>内核审计记录它：%1</translation>
    </message>
    <message>
        <source>its checksum is filled in</source>
        <translation>填写它的校验和</translation>
    </message>
    <message>
        <source>TCP options are taken out: %1</source>
        <translation>去掉 TCP 选项：%1</translation>
    </message>
    <message>
        <source>its security label changes: %1</source>
        <translation>它的安全标签改变：%1</translation>
    </message>
    <message>
        <source>an idle timer starts anew: %1</source>
        <translation>空闲定时器重新开始：%1</translation>
    </message>
    <message>
        <source>a light of the machine goes on: %1</source>
        <translation>机器上的灯亮起：%1</translation>
    </message>
    <message>
        <source>the rate is measured: %1</source>
        <translation>测量速率：%1</translation>
    </message>
    <message>
        <source>kube-proxy works in IPVS mode here: which endpoints a service has stands in IPVS, not in these rules</source>
        <translation>这里 kube-proxy 以 IPVS 模式工作：服务有哪些端点记在 IPVS 中，不在这些规则里</translation>
    </message>
    <message>
        <source>connections to services cannot be followed with this dump; “ipvsadm -Ln” on the node shows where they go</source>
        <translation>凭这份转储无法追踪到服务的连接；在节点上运行“ipvsadm -Ln”可看到它们的去向</translation>
    </message>
    <message>
        <source>this is a Kubernetes node, but the dump holds no rules that lead to services</source>
        <translation>这是一个 Kubernetes 节点，但转储中没有通向服务的规则</translation>
    </message>
    <message>
        <source>connections to services cannot be followed with this dump: kube-proxy works in nftables mode (“nft list table ip kube-proxy”), or the network plug-in does its work (eBPF, OVN)</source>
        <translation>用这份转储无法跟踪到服务的连接：kube-proxy 以 nftables 模式工作（“nft list table ip kube-proxy”），或由网络插件代劳（eBPF、OVN）</translation>
    </message>
    <message>
        <source>Cilium does the work of kube-proxy here: the dump holds no rules that lead to services</source>
        <translation>这里由 Cilium 代替 kube-proxy：转储中没有通向服务的规则</translation>
    </message>
    <message>
        <source>connections to services cannot be followed with this dump; “cilium service list” shows where they go</source>
        <translation>凭这份转储无法追踪到服务的连接；“cilium service list”可看到它们的去向</translation>
    </message>
    <message>
        <source>the dump holds chains of kube-proxy, but not its nat table</source>
        <translation>转储中有 kube-proxy 的链，却没有它的 nat 表</translation>
    </message>
    <message>
        <source>connections to services cannot be followed with this dump: save all tables (“iptables-save” without -t)</source>
        <translation>凭这份转储无法追踪到服务的连接：请保存所有表（“iptables-save”不带 -t）</translation>
    </message>
    <message>
        <source>rules stand in both back ends, legacy and nft: a packet meets both</source>
        <translation>legacy 和 nft 两个后端都有规则：数据包两者都会遇到</translation>
    </message>
    <message>
        <source>which of them comes first does not stand in any dump; a packet that one of them drops is lost whatever the other says</source>
        <translation>哪个在先，任何转储中都没有；一个后端丢弃的数据包就丢了，不管另一个怎么说</translation>
    </message>
    <message>
        <source>usually kubelet or a network plug-in uses another iptables than the node, or the node was upgraded without a reboot</source>
        <translation>通常是 kubelet 或网络插件所用的 iptables 与节点的不同，或节点升级后没有重启</translation>
    </message>
    <message>
        <source>iptables-save warns that the other back end holds rules, too; they do not stand in this dump</source>
        <translation>iptables-save 警告另一个后端也有规则；它们不在这份转储中</translation>
    </message>
    <message>
        <source>in %1 of table %2 packets meet the rules of %3, in this order</source>
        <translation>在表 %2 的 %1 中，数据包依次遇到 %3 的规则</translation>
    </message>
    <message>
        <source>whoever comes first may accept or drop a packet before the others see it</source>
        <translation>在先者可以接受或丢弃数据包，其余的就见不到它了</translation>
    </message>
    <message>
        <source>%1 does not spread connections evenly: %2 gets %3, %4 gets %5</source>
        <translation>%1 分配连接不均：%2 得到 %3，%4 得到 %5</translation>
    </message>
    <message>
        <source>of 100 connections %1 go to %2; an even share were %3</source>
        <translation>100 个连接中有 %1 个到 %2；平均应是 %3 个</translation>
    </message>
    <message>
        <source>rules were added or removed by hand, or another program than kube-proxy wrote them</source>
        <translation>有人手工添加或删除了规则，或规则由 kube-proxy 以外的程序写成</translation>
    </message>
    <message>
        <source>whoever wrote the rules took a rule&apos;s probability for a share of all connections; it is a share of those that reach the rule</source>
        <translation>写规则的人把规则的概率当成了全部连接的份额；它只是到达该规则的连接的份额</translation>
    </message>
    <message>
        <source>the last rule of %1 that leads to an endpoint has a probability: %2 of the connections reach no endpoint</source>
        <translation>%1 最后一条通向端点的规则带有概率：%2 的连接到不了任何端点</translation>
    </message>
    <message>
        <source>1 of %1 connections is not translated and fails</source>
        <translation>每 %1 个连接中有 1 个得不到转换而失败</translation>
    </message>
    <message>
        <source>a rule was deleted, or the dump is cut off</source>
        <translation>有规则被删除，或转储不完整</translation>
    </message>
    <message>
        <source>%1 never chooses its endpoint %2: the rules before take every connection</source>
        <translation>%1 从不选择端点 %2：前面的规则接走了所有连接</translation>
    </message>
    <message>
        <source>the endpoint gets no new connection through this service</source>
        <translation>该端点通过此服务得不到新连接</translation>
    </message>
    <message>
        <source>%1 leads to the chain %2, which has no rules</source>
        <translation>%1 通向没有规则的链 %2</translation>
    </message>
    <message>
        <source>what is sent there comes back untranslated: 1 of %1 connections fails</source>
        <translation>送到那里的数据包未经转换就返回：每 %1 个连接有 1 个失败</translation>
    </message>
    <message>
        <source>kube-proxy was interrupted, or somebody flushed the chain (iptables -F)</source>
        <translation>kube-proxy 被中断，或有人清空了该链（iptables -F）</translation>
    </message>
    <message>
        <source>no rule leads to %1 of kube-proxy&apos;s chains (%2 is one)</source>
        <translation>没有规则通向 kube-proxy 的 %1 条链（%2 是其一）</translation>
    </message>
    <message>
        <source>harmless: they are what is left of former endpoints</source>
        <translation>无害：它们是从前端点的残留</translation>
    </message>
    <message>
        <source>kube-proxy clears them away later; with more than 1,000 endpoints only once in a sync period</source>
        <translation>kube-proxy 稍后会清除它们；端点超过 1000 个时每个同步周期只清一次</translation>
    </message>
    <message>
        <source>no rule leads to the chain %1, which has rules</source>
        <translation>没有规则通向链 %1，而它有规则</translation>
    </message>
    <message>
        <source>its rules have no effect</source>
        <translation>它的规则不起作用</translation>
    </message>
    <message>
        <source>the rules %1 to %2 of %3 are never reached: rule %4 takes every packet</source>
        <translation>永远到不了 %3 的规则 %1 至 %2：规则 %4 接走了所有数据包</translation>
    </message>
    <message>
        <source>rule %1 of %2 is never reached: rule %3 takes every packet that it could match</source>
        <translation>永远到不了 %2 的规则 %1：规则 %3 接走了它能匹配的所有数据包</translation>
    </message>
    <message>
        <source>it has no effect</source>
        <translation>它不起作用</translation>
    </message>
    <message>
        <source>usually it was appended where it should have been inserted</source>
        <translation>通常是本应插入却追加在了末尾</translation>
    </message>
    <message>
        <source>%1 has no endpoints: its clients are refused at once</source>
        <translation>%1 没有端点：客户端立即被拒绝</translation>
    </message>
    <message>
        <source>every connection fails with “connection refused”</source>
        <translation>每个连接都以“connection refused”失败</translation>
    </message>
    <message>
        <source>%1 has no endpoints: its clients hang until they give up</source>
        <translation>%1 没有端点：客户端一直等待直到放弃</translation>
    </message>
    <message>
        <source>%1 has no endpoints, and no rule refuses its clients</source>
        <translation>%1 没有端点，也没有规则拒绝其客户端</translation>
    </message>
    <message>
        <source>connections leave untranslated for an address that nobody has: clients hang until they give up</source>
        <translation>连接未经转换就发往无人拥有的地址：客户端一直等待直到放弃</translation>
    </message>
    <message>
        <source>no pod is ready, or the service&apos;s selector fits none: see “kubectl get endpointslices”</source>
        <translation>没有就绪的 Pod，或服务的选择器一个也选不中：见“kubectl get endpointslices”</translation>
    </message>
    <message>
        <source>every connection times out</source>
        <translation>每个连接都超时</translation>
    </message>
    <message>
        <source>%1 takes connections from outside only for pods of this node, and has none here: they are dropped</source>
        <translation>%1 只为本节点的 Pod 接受外部连接，而这里没有它的 Pod：连接被丢弃</translation>
    </message>
    <message>
        <source>%1 takes connections from outside only for pods of this node, and has none here: they are only marked to be dropped</source>
        <translation>%1 只为本节点的 Pod 接受外部连接，而这里没有它的 Pod：连接只是被标记为待丢弃</translation>
    </message>
    <message>
        <source>the mark is looked at in INPUT and OUTPUT only: what is forwarded leaves untranslated, the client hangs</source>
        <translation>该标记只在 INPUT 和 OUTPUT 中检查：被转发的数据包未经转换就离开，客户端一直等待</translation>
    </message>
    <message>
        <source>a load balancer that asks the health check port %1 sends nothing here; other clients time out</source>
        <translation>查询健康检查端口 %1 的负载均衡器不会往这里发送；其他客户端超时</translation>
    </message>
    <message>
        <source>externalTrafficPolicy is Local: so it is on every node without a pod of the service</source>
        <translation>externalTrafficPolicy 为 Local：没有该服务的 Pod 的节点上都是如此</translation>
    </message>
    <message>
        <source>%1 serves pods only from their own node, and has no pod on this one</source>
        <translation>%1 只由 Pod 自己的节点提供服务，而本节点没有它的 Pod</translation>
    </message>
    <message>
        <source>connections from pods and programs of this node time out</source>
        <translation>本节点的 Pod 和程序的连接超时</translation>
    </message>
    <message>
        <source>internalTrafficPolicy is Local</source>
        <translation>internalTrafficPolicy 为 Local</translation>
    </message>
    <message>
        <source>%1: what an endpoint sends to its own service is not masqueraded when it comes back to itself</source>
        <translation>%1：端点发给自己服务的数据包回到自身时没有做地址伪装</translation>
    </message>
    <message>
        <source>where a pod calls its own service, 1 of %1 connections fails: the answer never passes the node</source>
        <translation>Pod 调用自己的服务时，每 %1 个连接中有 1 个失败：应答不经过节点</translation>
    </message>
    <message>
        <source>the rule “-s POD -j KUBE-MARK-MASQ” of its endpoints is missing: it was removed, or another program than kube-proxy wrote the rules</source>
        <translation>缺少端点的规则“-s POD -j KUBE-MARK-MASQ”：它被删除了，或规则由 kube-proxy 以外的程序写成</translation>
    </message>
    <message>
        <source>NodePorts answer on 127.0.0.1, too, where net.ipv4.conf.all.route_localnet is 1</source>
        <translation>当 net.ipv4.conf.all.route_localnet 为 1 时，NodePort 也在 127.0.0.1 上应答</translation>
    </message>
    <message>
        <source>with 0, connections from the node to 127.0.0.1 time out; to its other addresses they work</source>
        <translation>为 0 时，从节点到 127.0.0.1 的连接超时；到其他地址的正常</translation>
    </message>
    <message>
        <source>NodePorts do not answer on %1: the rule that leads to them excludes it</source>
        <translation>NodePort 不在 %1 上应答：通向它们的规则排除了它</translation>
    </message>
    <message>
        <source>programs on the node must use another of its addresses</source>
        <translation>节点上的程序必须使用它的其他地址</translation>
    </message>
    <message>
        <source>%1 lets only %2 use its load balancer&apos;s address, but its NodePort %3 takes connections from everywhere</source>
        <translation>%1 只让 %2 使用其负载均衡器地址，但它的 NodePort %3 接受任何来源的连接</translation>
    </message>
    <message>
        <source>who can reach the node passes by loadBalancerSourceRanges</source>
        <translation>能到达节点者可绕过 loadBalancerSourceRanges</translation>
    </message>
    <message>
        <source>so kube-proxy does it; allocateLoadBalancerNodePorts: false avoids it</source>
        <translation>kube-proxy 就是如此；allocateLoadBalancerNodePorts: false 可避免</translation>
    </message>
    <message>
        <source>%1 sends a client to the same endpoint until %2 s have passed since its last new connection</source>
        <translation>%1 把同一客户端送到同一端点，直到其最近一次新连接之后过了 %2 秒</translation>
    </message>
    <message>
        <source>shares hold for clients, not for connections: everybody behind one address gets one endpoint</source>
        <translation>份额是就客户端而言，不是就连接而言：同一地址后面的所有人得到同一端点</translation>
    </message>
    <message>
        <source>the list behind session affinity holds 100 clients for each endpoint, unless xt_recent was loaded with a larger ip_list_tot</source>
        <translation>会话保持的列表为每个端点记住 100 个客户端，除非加载 xt_recent 时设了更大的 ip_list_tot</translation>
    </message>
    <message>
        <source>with more clients at once the oldest are forgotten, and may change to another endpoint</source>
        <translation>同时有更多客户端时，最早的会被忘记，可能换到另一端点</translation>
    </message>
    <message>
        <source>what pods send to %1 is translated, then stopped</source>
        <translation>Pod 发给 %1 的数据包先被转换，后被拦下</translation>
    </message>
    <message>
        <source>what pods send to services is translated, then stopped: %1 of them, %2 for instance</source>
        <translation>Pod 发给服务的数据包先被转换，后被拦下：涉及 %1 个服务，例如 %2</translation>
    </message>
    <message>
        <source>what comes from outside to %1 is translated, then stopped</source>
        <translation>从外部到 %1 的数据包先被转换，后被拦下</translation>
    </message>
    <message>
        <source>what comes from outside to services is translated, then stopped: %1 of them, %2 for instance</source>
        <translation>从外部到服务的数据包先被转换，后被拦下：涉及 %1 个服务，例如 %2</translation>
    </message>
    <message>
        <source>the policy of %1 drops it: clients hang until they give up</source>
        <translation>%1 的策略将其丢弃：客户端一直等待直到放弃</translation>
    </message>
    <message>
        <source>rule %1 of %2 drops it: clients hang until they give up</source>
        <translation>%2 的规则 %1 将其丢弃：客户端一直等待直到放弃</translation>
    </message>
    <message>
        <source>kube-proxy lets pass only what it masquerades; the rest needs a FORWARD policy ACCEPT, or rules of the network plug-in</source>
        <translation>kube-proxy 只放行它做了地址伪装的数据包；其余的需要 FORWARD 策略为 ACCEPT，或网络插件的规则</translation>
    </message>
    <message>
        <source>two programs use the same bit of the mark; one of them must be told another (iptablesMasqueradeBit for kube-proxy)</source>
        <translation>两个程序使用标记的同一位；须让其中一个改用另一位（kube-proxy 用 iptablesMasqueradeBit）</translation>
    </message>
    <message>
        <source>pod network and network policy</source>
        <translation>Pod 网络和网络策略</translation>
    </message>
    <message>
        <source>network policy</source>
        <translation>网络策略</translation>
    </message>
    <message>
        <source>takes connections of pods into the service mesh&apos;s proxy</source>
        <translation>把 Pod 的连接引入服务网格的代理</translation>
    </message>
    <message>
        <source>published ports, and containers kept apart</source>
        <translation>发布的端口，以及容器之间的隔离</translation>
    </message>
    <message>
        <source>networks of virtual machines</source>
        <translation>虚拟机的网络</translation>
    </message>
    <message>
        <source>the host&apos;s own firewall</source>
        <translation>主机自己的防火墙</translation>
    </message>
    <message>
        <source>bans addresses that failed to log in</source>
        <translation>封禁登录失败的地址</translation>
    </message>
    <message>
        <source>what leaves the cloud&apos;s network takes the node&apos;s address</source>
        <translation>离开云网络的数据包使用节点的地址</translation>
    </message>
    <message>
        <source>ports of the node that lead to pods (hostPort)</source>
        <translation>通向 Pod 的节点端口（hostPort）</translation>
    </message>
    <message>
        <source>a private network between hosts</source>
        <translation>主机之间的专用网络</translation>
    </message>
    <message>
        <source>leads to services by their address and port</source>
        <translation>按地址和端口通向服务</translation>
    </message>
    <message>
        <source>refuses connections to services without endpoints</source>
        <translation>拒绝到没有端点的服务的连接</translation>
    </message>
    <message>
        <source>refuses connections from outside to services without usable endpoints</source>
        <translation>拒绝从外部到没有可用端点的服务的连接</translation>
    </message>
    <message>
        <source>leads to services by ports of the node</source>
        <translation>按节点端口通向服务</translation>
    </message>
    <message>
        <source>lets load balancers ask after the health of services</source>
        <translation>让负载均衡器查询服务的健康状况</translation>
    </message>
    <message>
        <source>masquerades what was marked for it</source>
        <translation>对标记过的数据包做地址伪装</translation>
    </message>
    <message>
        <source>marks packets to be masqueraded</source>
        <translation>标记要做地址伪装的数据包</translation>
    </message>
    <message>
        <source>marks packets to be dropped</source>
        <translation>标记要丢弃的数据包</translation>
    </message>
    <message>
        <source>drops what was marked for it, and forged packets to 127.0.0.0/8</source>
        <translation>丢弃标记过的数据包，以及伪造的发往 127.0.0.0/8 的数据包</translation>
    </message>
    <message>
        <source>lets marked packets and known connections be forwarded</source>
        <translation>放行标记过的数据包和已知连接的转发</translation>
    </message>
    <message>
        <source>drops what the source ranges of load balancers exclude</source>
        <translation>丢弃负载均衡器来源范围之外的数据包</translation>
    </message>
    <message>
        <source>empty: its absence tells that somebody flushed the table</source>
        <translation>空链：它若消失，说明有人清空了表</translation>
    </message>
    <message>
        <source>spreads connections over all endpoints</source>
        <translation>把连接分配到所有端点</translation>
    </message>
    <message>
        <source>spreads connections over the endpoints of this node</source>
        <translation>把连接分配到本节点的端点</translation>
    </message>
    <message>
        <source>connections from outside the cluster</source>
        <translation>来自集群外部的连接</translation>
    </message>
    <message>
        <source>who may use the load balancer&apos;s address</source>
        <translation>谁可以使用负载均衡器的地址</translation>
    </message>
    <message>
        <source>one endpoint: here the destination changes</source>
        <translation>一个端点：目的地址在此改变</translation>
    </message>
    <message>
        <source>kube-proxy was started with --proxy-mode=ipvs</source>
        <translation>kube-proxy 以 --proxy-mode=ipvs 启动</translation>
    </message>
    <message>
        <source>kube-proxy was started with --proxy-mode=nftables, or the network plug-in replaces it</source>
        <translation>kube-proxy 以 --proxy-mode=nftables 启动，或被网络插件取代</translation>
    </message>
    <message>
        <source>Cilium was installed with kubeProxyReplacement</source>
        <translation>Cilium 安装时启用了 kubeProxyReplacement</translation>
    </message>
    <message>
        <source>one table was saved (“iptables-save -t filter”), or only a part of the dump was copied</source>
        <translation>只保存了一个表（“iptables-save -t filter”），或只复制了转储的一部分</translation>
    </message>
    <message>
        <source>each of these programs puts its own rules before or behind those that it finds</source>
        <translation>这些程序各自把自己的规则放在已有规则之前或之后</translation>
    </message>
    <message>
        <source>%1 has the probability %2 in several rules: %3 gets %4, %5 gets %6</source>
        <translation>%1 的多条规则概率同为 %2：%3 得到 %4，%5 得到 %6</translation>
    </message>
    <message>
        <source>what is sent there comes back untranslated: every connection fails</source>
        <translation>送到那里的数据包未经转换就返回：所有连接都失败</translation>
    </message>
    <message>
        <source>what is sent there comes back and goes on to the next rule: the other endpoints get its share</source>
        <translation>送到那里的数据包返回后继续下一条规则：其份额由其他端点分得</translation>
    </message>
    <message>
        <source>%1 leads to the chain %2, which is not in the text</source>
        <translation>%1 跳转到链 %2，而文本中没有这条链</translation>
    </message>
    <message>
        <source>where such connections end cannot be told from this text; the kernel refuses to load it</source>
        <translation>从这段文本看不出这些连接的结局；内核拒绝加载它</translation>
    </message>
    <message>
        <source>lines were cut out of the dump, or it was put together by hand</source>
        <translation>转储中缺了几行，或由人手工拼成</translation>
    </message>
    <message>
        <source>the rule that led to it was removed, or the program that made it does not use it yet</source>
        <translation>通向它的规则被删除，或创建它的程序尚未使用它</translation>
    </message>
    <message>
        <source>so kube-proxy does it unless --iptables-localhost-nodeports is false; it sets the sysctl, too</source>
        <translation>除非 --iptables-localhost-nodeports 为 false，kube-proxy 就这样做，并设置该 sysctl</translation>
    </message>
    <message>
        <source>NodePorts should answer on 127.0.0.1, but net.ipv4.conf.all.route_localnet is 0</source>
        <translation>NodePort 本应在 127.0.0.1 上应答，但 net.ipv4.conf.all.route_localnet 为 0</translation>
    </message>
    <message>
        <source>connections from the node to 127.0.0.1 time out; to its other addresses they work</source>
        <translation>从节点到 127.0.0.1 的连接超时；到其他地址的连接正常</translation>
    </message>
    <message>
        <source>somebody set the sysctl back after kube-proxy had set it (a hardening script, for instance)</source>
        <translation>kube-proxy 设置该 sysctl 之后有人把它改回（例如加固脚本）</translation>
    </message>
    <message>
        <source>--iptables-localhost-nodeports is false; for IPv6 kube-proxy always does so</source>
        <translation>--iptables-localhost-nodeports 为 false；IPv6 下 kube-proxy 总是如此</translation>
    </message>
    <message>
        <source>sessionAffinity of the service is ClientIP</source>
        <translation>该服务的 sessionAffinity 是 ClientIP</translation>
    </message>
    <message>
        <source>the kernel module takes 100 unless it is told otherwise; kube-proxy does not tell it</source>
        <translation>未另行指定时内核模块取 100；kube-proxy 不会指定</translation>
    </message>
    <message>
        <source>rule %1 of %2 rejects it: clients are refused at once</source>
        <translation>%2 的规则 %1 拒绝它：客户端立即被拒绝</translation>
    </message>
    <message>
        <source>a rule of %1 sets the bits %2 of the mark, with which kube-proxy asks for masquerading</source>
        <translation>%1 的一条规则设置标记的 %2 位，而 kube-proxy 用它来要求地址伪装</translation>
    </message>
    <message>
        <source>packets are masqueraded that kube-proxy did not mark: their receivers see the node&apos;s address</source>
        <translation>kube-proxy 未标记的数据包也被伪装：接收方看到的是节点的地址</translation>
    </message>
    <message>
        <source>a rule of %1 clears the bits %2 of the mark, with which kube-proxy asks for masquerading</source>
        <translation>%1 的一条规则清除标记的 %2 位，而 kube-proxy 用它来要求地址伪装</translation>
    </message>
    <message>
        <source>packets that kube-proxy marked keep their source: answers pass by the node, and the connection hangs</source>
        <translation>kube-proxy 标记过的数据包保留源地址：应答绕过本节点，连接挂起</translation>
    </message>
    <message>
        <source>a rule of %1 looks at the bits %2 of the mark, with which kube-proxy asks for masquerading</source>
        <translation>%1 的一条规则检查标记的 %2 位，而 kube-proxy 用它来要求地址伪装</translation>
    </message>
    <message>
        <source>it takes what kube-proxy wants masqueraded for its own</source>
        <translation>它把 kube-proxy 想要伪装的数据包当成自己的</translation>
    </message>
    <message>
        <source>a rule of %1 sets the bits %2 of the mark, with which packets are marked to be dropped</source>
        <translation>%1 的一条规则设置标记的 %2 位，而该位表示要丢弃数据包</translation>
    </message>
    <message>
        <source>KUBE-FIREWALL drops such packets on their way into this host or out of it</source>
        <translation>KUBE-FIREWALL 丢弃进出本机的这类数据包</translation>
    </message>
    <message>
        <source>kube-proxy in IPVS mode</source>
        <translation>kube-proxy 处于 IPVS 模式</translation>
    </message>
    <message>
        <source>service routing outside these rules</source>
        <translation>服务路由不在这些规则中</translation>
    </message>
    <message>
        <source>Cilium in place of kube-proxy</source>
        <translation>Cilium 取代 kube-proxy</translation>
    </message>
    <message>
        <source>the nat table is missing</source>
        <translation>缺少 nat 表</translation>
    </message>
    <message>
        <source>rules in both back ends</source>
        <translation>两个后端都有规则</translation>
    </message>
    <message>
        <source>rules in the other back end</source>
        <translation>另一个后端也有规则</translation>
    </message>
    <message>
        <source>rules of several programs in one chain</source>
        <translation>一条链中有多个程序的规则</translation>
    </message>
    <message>
        <source>unequal shares</source>
        <translation>份额不等</translation>
    </message>
    <message>
        <source>repeated probabilities</source>
        <translation>重复的概率</translation>
    </message>
    <message>
        <source>probabilities that do not add up</source>
        <translation>概率之和不足</translation>
    </message>
    <message>
        <source>endpoints that are never chosen</source>
        <translation>永远选不到的端点</translation>
    </message>
    <message>
        <source>jumps to empty chains</source>
        <translation>跳转到空链</translation>
    </message>
    <message>
        <source>jumps to missing chains</source>
        <translation>跳转到缺失的链</translation>
    </message>
    <message>
        <source>left-over chains of kube-proxy</source>
        <translation>kube-proxy 的残留链</translation>
    </message>
    <message>
        <source>chains that no rule leads to</source>
        <translation>没有规则通向的链</translation>
    </message>
    <message>
        <source>rules that are never reached</source>
        <translation>永远到不了的规则</translation>
    </message>
    <message>
        <source>services without endpoints: refused</source>
        <translation>没有端点的服务：拒绝</translation>
    </message>
    <message>
        <source>services without endpoints: dropped</source>
        <translation>没有端点的服务：丢弃</translation>
    </message>
    <message>
        <source>services without endpoints: nothing answers</source>
        <translation>没有端点的服务：无应答</translation>
    </message>
    <message>
        <source>policy Local without local endpoints: dropped</source>
        <translation>Local 策略而本节点无端点：丢弃</translation>
    </message>
    <message>
        <source>policy Local without local endpoints: untranslated</source>
        <translation>Local 策略而本节点无端点：未转换</translation>
    </message>
    <message>
        <source>internal policy Local without local endpoints</source>
        <translation>内部策略 Local 而本节点无端点</translation>
    </message>
    <message>
        <source>pods that cannot reach themselves</source>
        <translation>Pod 无法通过服务访问自己</translation>
    </message>
    <message>
        <source>NodePorts on 127.0.0.1</source>
        <translation>127.0.0.1 上的 NodePort</translation>
    </message>
    <message>
        <source>NodePorts on 127.0.0.1, but not routed</source>
        <translation>127.0.0.1 上的 NodePort 未被路由</translation>
    </message>
    <message>
        <source>NodePorts not on localhost</source>
        <translation>NodePort 不在 localhost 上</translation>
    </message>
    <message>
        <source>source ranges that NodePorts pass by</source>
        <translation>被 NodePort 绕过的来源网段</translation>
    </message>
    <message>
        <source>session affinity</source>
        <translation>会话亲和</translation>
    </message>
    <message>
        <source>session affinity that forgets</source>
        <translation>会遗忘的会话亲和</translation>
    </message>
    <message>
        <source>connections of pods stopped after translation</source>
        <translation>转换后被拦下的 Pod 连接</translation>
    </message>
    <message>
        <source>connections from outside stopped after translation</source>
        <translation>转换后被拦下的外部连接</translation>
    </message>
    <message>
        <source>marks that collide: set</source>
        <translation>冲突的标记：设置</translation>
    </message>
    <message>
        <source>marks that collide: cleared</source>
        <translation>冲突的标记：清除</translation>
    </message>
    <message>
        <source>marks that collide: asked</source>
        <translation>冲突的标记：检查</translation>
    </message>
    <message>
        <source>marks that collide: dropped</source>
        <translation>冲突的标记：丢弃</translation>
    </message>
    <message>
        <source>how many packets the rule has matched</source>
        <translation>该规则匹配过多少数据包</translation>
    </message>
    <message>
        <source>how many packets each rule of the chain has matched</source>
        <translation>该链各条规则匹配过多少数据包</translation>
    </message>
    <message>
        <source>how many packets the policy of the chain has taken</source>
        <translation>该链的策略处理过多少数据包</translation>
    </message>
    <message>
        <source>the connections that the kernel knows</source>
        <translation>内核已知的连接</translation>
    </message>
    <message>
        <source>the endpoints as Kubernetes has them</source>
        <translation>Kubernetes 中的端点</translation>
    </message>
    <message>
        <source>logs each rule that such packets meet; this and the last command change the firewall, nothing else here does</source>
        <translation>记录这类数据包遇到的每条规则；只有这条和最后一条命令会改动防火墙</translation>
    </message>
    <message>
        <source>shows what is logged</source>
        <translation>显示记录的内容</translation>
    </message>
    <message>
        <source>takes the logging rule out again</source>
        <translation>再把记录规则取出</translation>
    </message>
    <message>
        <source>what the other back end holds</source>
        <translation>另一个后端的内容</translation>
    </message>
    <message>
        <source>the whole table</source>
        <translation>整个表</translation>
    </message>
    <message>
        <source>where IPVS sends connections</source>
        <translation>IPVS 把连接送到哪里</translation>
    </message>
    <message>
        <source>whether kube-proxy works in nftables mode</source>
        <translation>kube-proxy 是否处于 nftables 模式</translation>
    </message>
    <message>
        <source>where Cilium sends connections</source>
        <translation>Cilium 把连接送到哪里</translation>
    </message>
    <message>
        <source>whether the kernel routes 127.0.0.0/8</source>
        <translation>内核是否路由 127.0.0.0/8</translation>
    </message>
    <message>
        <source>how many clients a list holds</source>
        <translation>一个列表容纳多少客户端</translation>
    </message>
    <message>
        <source>the clients that are remembered for an endpoint</source>
        <translation>为某个端点记住的客户端</translation>
    </message>
    <message>
        <source>rule %1 of %2 adds nothing: rule %3 does the same with every packet that it could match</source>
        <translation>%2 的规则 %1 毫无作用：它能匹配的数据包，规则 %3 都已同样处理</translation>
    </message>
    <message>
        <source>%1 rules of %2 add nothing: rules before them do the same (rule %3, behind rule %4, is the first)</source>
        <translation>%2 的 %1 条规则毫无作用：前面的规则已同样处理（首条是规则 %3，在规则 %4 之后）</translation>
    </message>
    <message>
        <source>harmless: without it nothing changes</source>
        <translation>无害：没有它也一样</translation>
    </message>
    <message>
        <source>usually it was added twice, or a wider rule was put before it later</source>
        <translation>通常是重复添加，或后来在前面加了更宽的规则</translation>
    </message>
    <message>
        <source>no rule leads to %1 chains of table %2 which have rules (%3 is one)</source>
        <translation>没有规则通向 %2 表中 %1 条有规则的链（例如 %3）</translation>
    </message>
    <message>
        <source>rules that add nothing</source>
        <translation>毫无作用的规则</translation>
    </message>
    <message>
        <source>its %1 is added to the set %2 and taken out of the set %3</source>
        <translation>其 %1 加入集合 %2，并从集合 %3 中移除</translation>
    </message>
    <message>
        <source>it gets the mark that the entry of its %1 has in the set %2</source>
        <translation>取得其 %1 在集合 %2 中的条目的标记</translation>
    </message>
    <message>
        <source>this host answers in the server&#x27;s place, and lets through who answers in turn</source>
        <translation>本机代替服务器应答，并放行作出回应的客户端</translation>
    </message>
    <message>
        <source>its %1 is in the set %2, whose counters say no</source>
        <translation>它的 %1 在集合 %2 中，但其计数器不符</translation>
    </message>
    <message>
        <source>assumed not to match: -m %1</source>
        <translation>假定不命中：-m %1</translation>
    </message>
    <message>
        <source>assumed to match: -m %1</source>
        <translation>假定命中：-m %1</translation>
    </message>
    <message>
        <source>%1 is added to the set %2</source>
        <translation>%1 加入集合 %2</translation>
    </message>
    <message>
        <source>%1 is added to the set %2 for %3 s</source>
        <translation>%1 加入集合 %2，保留 %3 秒</translation>
    </message>
    <message>
        <source>%1 is in the set %2 and begins anew</source>
        <translation>%1 已在集合 %2 中，重新开始</translation>
    </message>
    <message>
        <source>%1 is in the set %2 and stays for another %3 s</source>
        <translation>%1 已在集合 %2 中，再保留 %3 秒</translation>
    </message>
    <message>
        <source>%1 is in the set %2 already: nothing changes</source>
        <translation>%1 已在集合 %2 中：没有变化</translation>
    </message>
    <message>
        <source>%1 is taken out of the set %2</source>
        <translation>%1 从集合 %2 中移除</translation>
    </message>
    <message>
        <source>%1 is not in the set %2: nothing changes</source>
        <translation>%1 不在集合 %2 中：没有变化</translation>
    </message>
    <message>
        <source>the set %2 is full: %1 is not added</source>
        <translation>集合 %2 已满：未加入 %1</translation>
    </message>
    <message>
        <source>the packet has no entry that the set %1 takes: nothing changes</source>
        <translation>数据包没有集合 %1 可接受的条目：没有变化</translation>
    </message>
    <message>
        <source>the set %1 is not known, so what changes in it is not, either</source>
        <translation>集合 %1 未知，因此其中的变化也未知</translation>
    </message>
    <message>
        <source>Answered by SYNPROXY</source>
        <translation>由 SYNPROXY 应答</translation>
    </message>
    <message>
        <source>Answered in the server&#x27;s place by SYNPROXY, rule %1 of %2 %3: the packet itself goes no further</source>
        <translation>由 SYNPROXY（%2 %3 的规则 %1）代替服务器应答：数据包本身不再前进</translation>
    </message>
    <message>
        <source>Taken by SYNPROXY, which opened this connection and answers both of its ends</source>
        <translation>由打开此连接的 SYNPROXY 接收，并由它应答连接的两端</translation>
    </message>
    <message>
        <source>Dropped by a match in rule %1 of %2 %3: it found nothing to judge the packet by</source>
        <translation>被 %2 表 %3 的规则 %1 中的一个匹配丢弃：它没有可据以判断数据包的依据</translation>
    </message>
    <message>
        <source>Dropped by SYNPROXY, rule %1 of %2 %3: the packet acknowledges no answer that SYNPROXY gave</source>
        <translation>被 SYNPROXY（%2 %3 的规则 %1）丢弃：数据包确认的不是 SYNPROXY 给出的应答</translation>
    </message>
    <message>
        <source>Asks what kind of address source or destination is to this host: its own, a broadcast, a multicast, an unreachable one.</source>
        <translation>询问源或目的地址对本机而言是何种地址：本机地址、广播、多播或不可达地址。</translation>
    </message>
    <message>
        <source>Asks for the index (SPI) in the authentication header of IPsec.</source>
        <translation>询问 IPsec 认证头中的索引（SPI）。</translation>
    </message>
    <message>
        <source>Asks a small program (BPF), written out or pinned in the file system, which sees the packet&#x27;s bytes.</source>
        <translation>询问一个能看到数据包字节的小程序（BPF），它写在规则中或固定在文件系统里。</translation>
    </message>
    <message>
        <source>Asks for the control group of the process that sent the packet.</source>
        <translation>询问发送数据包的进程所属的控制组。</translation>
    </message>
    <message>
        <source>Takes this node&#x27;s part of the connections that several nodes share out among themselves.</source>
        <translation>取多个节点分担的连接中属于本节点的部分。</translation>
    </message>
    <message>
        <source>Holds a remark; it says yes to every packet.</source>
        <translation>保存注释；对每个数据包都命中。</translation>
    </message>
    <message>
        <source>Asks how many packets or bytes the connection carried so far.</source>
        <translation>询问连接至今传送了多少数据包或字节。</translation>
    </message>
    <message>
        <source>Asks for a label of the connection, and may set it.</source>
        <translation>询问连接的标签，也可设置它。</translation>
    </message>
    <message>
        <source>Asks how many connections an address or a net has.</source>
        <translation>询问一个地址或网段有多少连接。</translation>
    </message>
    <message>
        <source>Asks for the mark of the connection.</source>
        <translation>询问连接的标记。</translation>
    </message>
    <message>
        <source>Asks what connection tracking knows: state, status, addresses and ports before and after NAT, direction, time left.</source>
        <translation>询问连接跟踪所知的内容：状态、标志、NAT 前后的地址和端口、方向、剩余时间。</translation>
    </message>
    <message>
        <source>Asks which processor handles the packet.</source>
        <translation>询问由哪个处理器处理数据包。</translation>
    </message>
    <message>
        <source>Asks for ports, packet types and options of DCCP.</source>
        <translation>询问 DCCP 的端口、包类型和选项。</translation>
    </message>
    <message>
        <source>Asks for the group of the device that the packet came in by or leaves by.</source>
        <translation>询问数据包进入或离开的设备所属的组。</translation>
    </message>
    <message>
        <source>Asks for the six bits of the IP header that name a class of service.</source>
        <translation>询问 IP 头中表示服务类别的六个比特。</translation>
    </message>
    <message>
        <source>Asks for the destination options header of IPv6.</source>
        <translation>询问 IPv6 的目的选项头。</translation>
    </message>
    <message>
        <source>Asks for the marks of congestion in the IP and TCP headers.</source>
        <translation>询问 IP 头和 TCP 头中的拥塞标记。</translation>
    </message>
    <message>
        <source>Asks for the index (SPI) in the header of IPsec&#x27;s encrypted payload.</source>
        <translation>询问 IPsec 加密载荷头中的索引（SPI）。</translation>
    </message>
    <message>
        <source>Asks whether the end of the IPv6 source address was made from the sender&#x27;s link address.</source>
        <translation>询问 IPv6 源地址的后半部分是否由发送者的链路地址生成。</translation>
    </message>
    <message>
        <source>Asks for the fragment header of IPv6.</source>
        <translation>询问 IPv6 的分片头。</translation>
    </message>
    <message>
        <source>Limits a rate for each address, net or port by itself.</source>
        <translation>对每个地址、网段或端口分别限制速率。</translation>
    </message>
    <message>
        <source>Asks for the hop-by-hop options header of IPv6.</source>
        <translation>询问 IPv6 的逐跳选项头。</translation>
    </message>
    <message>
        <source>Asks whether the connection was expected by a helper (ftp, sip and the like).</source>
        <translation>询问连接是否为某个助手（ftp、sip 等）所预期。</translation>
    </message>
    <message>
        <source>Asks for the hop limit of IPv6.</source>
        <translation>询问 IPv6 的跳数限制。</translation>
    </message>
    <message>
        <source>Asks for type and code of an ICMP message.</source>
        <translation>询问 ICMP 消息的类型和代码。</translation>
    </message>
    <message>
        <source>Asks for type and code of an ICMPv6 message.</source>
        <translation>询问 ICMPv6 消息的类型和代码。</translation>
    </message>
    <message>
        <source>Asks for the index in the header of compressed payload.</source>
        <translation>询问压缩载荷头中的索引。</translation>
    </message>
    <message>
        <source>Asks whether source or destination lies in a range of addresses.</source>
        <translation>询问源或目的地址是否在一个地址范围内。</translation>
    </message>
    <message>
        <source>Asks which extension headers an IPv6 packet has.</source>
        <translation>询问 IPv6 数据包有哪些扩展头。</translation>
    </message>
    <message>
        <source>Asks what the load balancer IPVS knows of the packet&#x27;s connection.</source>
        <translation>询问负载均衡器 IPVS 对数据包的连接所知的内容。</translation>
    </message>
    <message>
        <source>Asks for the packet&#x27;s length.</source>
        <translation>询问数据包的长度。</translation>
    </message>
    <message>
        <source>Limits a rate: so many packets in a time, and some at once.</source>
        <translation>限制速率：一段时间内若干数据包，并允许一定突发。</translation>
    </message>
    <message>
        <source>Asks for the sender&#x27;s address on its link (Ethernet).</source>
        <translation>询问发送者的链路地址（以太网）。</translation>
    </message>
    <message>
        <source>Asks for the mark that the packet carries on this host.</source>
        <translation>询问数据包在本机上携带的标记。</translation>
    </message>
    <message>
        <source>Asks for the message type of mobile IPv6.</source>
        <translation>询问移动 IPv6 的消息类型。</translation>
    </message>
    <message>
        <source>Asks for up to 15 ports or ranges of ports at once.</source>
        <translation>一次询问至多 15 个端口或端口范围。</translation>
    </message>
    <message>
        <source>Counts packets and bytes under a name; it says yes to every packet.</source>
        <translation>以一个名称统计数据包和字节；对每个数据包都命中。</translation>
    </message>
    <message>
        <source>Guesses the sender&#x27;s operating system from its first TCP packet.</source>
        <translation>从发送者的首个 TCP 数据包推测其操作系统。</translation>
    </message>
    <message>
        <source>Asks which user, group or socket sent the packet.</source>
        <translation>询问数据包由哪个用户、组或套接字发送。</translation>
    </message>
    <message>
        <source>Asks by which port of a bridge the packet came in or leaves.</source>
        <translation>询问数据包从网桥的哪个端口进入或离开。</translation>
    </message>
    <message>
        <source>Asks whether the link layer sent the packet to this host alone, to many or to all.</source>
        <translation>询问链路层是将数据包只发给本机、发给多台主机还是发给所有主机。</translation>
    </message>
    <message>
        <source>Asks whether IPsec protects the packet, and how.</source>
        <translation>询问 IPsec 是否以及如何保护数据包。</translation>
    </message>
    <message>
        <source>Says yes until a number of bytes is used up.</source>
        <translation>在用完一定字节数之前命中。</translation>
    </message>
    <message>
        <source>Asks for the rate that -j RATEEST measured, or compares two of them.</source>
        <translation>询问 -j RATEEST 测得的速率，或比较两个速率。</translation>
    </message>
    <message>
        <source>Asks for the realm of the packet&#x27;s route.</source>
        <translation>询问数据包路由的域（realm）。</translation>
    </message>
    <message>
        <source>Remembers addresses and asks when, and how often, they were seen; kube-proxy&#x27;s session affinity is made of it.</source>
        <translation>记住地址，并询问它们何时、多少次被看到；kube-proxy 的会话亲和性由此构成。</translation>
    </message>
    <message>
        <source>Asks whether the way back to the sender leads by the device that the packet came in by.</source>
        <translation>询问返回发送者的路径是否经过数据包进入的设备。</translation>
    </message>
    <message>
        <source>Asks for the routing header of IPv6.</source>
        <translation>询问 IPv6 的路由头。</translation>
    </message>
    <message>
        <source>Asks for ports and chunks of SCTP.</source>
        <translation>询问 SCTP 的端口和数据块。</translation>
    </message>
    <message>
        <source>Asks whether addresses, ports or devices of the packet are in a set (ipset).</source>
        <translation>询问数据包的地址、端口或设备是否在集合（ipset）中。</translation>
    </message>
    <message>
        <source>Asks whether a socket of this host waits for the packet.</source>
        <translation>询问本机是否有套接字在等待此数据包。</translation>
    </message>
    <message>
        <source>Asks for the segment routing header of IPv6.</source>
        <translation>询问 IPv6 的段路由头。</translation>
    </message>
    <message>
        <source>Asks for the packet&#x27;s state in connection tracking; an older form of -m conntrack --ctstate.</source>
        <translation>询问数据包在连接跟踪中的状态；-m conntrack --ctstate 的旧形式。</translation>
    </message>
    <message>
        <source>Says yes by chance or in turn; kube-proxy shares connections out among endpoints with it.</source>
        <translation>按概率或轮流命中；kube-proxy 用它在端点之间分配连接。</translation>
    </message>
    <message>
        <source>Looks for a piece of text in the packet.</source>
        <translation>在数据包中查找一段文本。</translation>
    </message>
    <message>
        <source>Asks for ports, flags and options of TCP.</source>
        <translation>询问 TCP 的端口、标志和选项。</translation>
    </message>
    <message>
        <source>Asks for the largest segment that a SYN offers.</source>
        <translation>询问 SYN 提出的最大段长度。</translation>
    </message>
    <message>
        <source>Asks for the time of day, the day of the week or of the month, or the date.</source>
        <translation>询问一天中的时间、星期几、几号或日期。</translation>
    </message>
    <message>
        <source>Asks for the type-of-service byte of the IP header.</source>
        <translation>询问 IP 头的服务类型字节。</translation>
    </message>
    <message>
        <source>Asks for the time to live of IPv4.</source>
        <translation>询问 IPv4 的生存时间。</translation>
    </message>
    <message>
        <source>Compares bytes of the packet at computed places.</source>
        <translation>比较数据包中经计算得出位置上的字节。</translation>
    </message>
    <message>
        <source>Asks for ports of UDP.</source>
        <translation>询问 UDP 的端口。</translation>
    </message>
    <message>
        <source>Writes the packet to the audit log.</source>
        <translation>将数据包写入审计日志。</translation>
    </message>
    <message>
        <source>Fills in the checksum that a virtual device left out.</source>
        <translation>填入虚拟设备未计算的校验和。</translation>
    </message>
    <message>
        <source>Sets the class that traffic control puts the packet into.</source>
        <translation>设置流量控制将数据包归入的类。</translation>
    </message>
    <message>
        <source>Sets the mark of the connection, or copies it between packet and connection.</source>
        <translation>设置连接的标记，或在数据包和连接之间复制它。</translation>
    </message>
    <message>
        <source>Copies the security label between packet and connection.</source>
        <translation>在数据包和连接之间复制安全标签。</translation>
    </message>
    <message>
        <source>Says how connection tracking shall look at the packet: not at all, in a zone, with a helper.</source>
        <translation>规定连接跟踪如何看待数据包：不跟踪、在某个区域中跟踪或使用助手。</translation>
    </message>
    <message>
        <source>Rewrites the destination of a connection.</source>
        <translation>改写连接的目的地址。</translation>
    </message>
    <message>
        <source>Rewrites the prefix of an IPv6 destination without connection tracking.</source>
        <translation>不经连接跟踪改写 IPv6 目的地址的前缀。</translation>
    </message>
    <message>
        <source>Sets the six bits of the IP header that name a class of service.</source>
        <translation>设置 IP 头中表示服务类别的六个比特。</translation>
    </message>
    <message>
        <source>Takes the marks of congestion out of a TCP header.</source>
        <translation>从 TCP 头中去掉拥塞标记。</translation>
    </message>
    <message>
        <source>Sets, raises or lowers the hop limit of IPv6.</source>
        <translation>设置、增加或减少 IPv6 的跳数限制。</translation>
    </message>
    <message>
        <source>Sets the mark to a hash of addresses and ports.</source>
        <translation>将标记设为地址和端口的哈希值。</translation>
    </message>
    <message>
        <source>Starts a timer that tells when a device has been idle.</source>
        <translation>启动定时器，告知设备何时已空闲。</translation>
    </message>
    <message>
        <source>Lights a lamp of this host.</source>
        <translation>点亮本机的指示灯。</translation>
    </message>
    <message>
        <source>Writes the packet to the kernel&#x27;s log.</source>
        <translation>将数据包写入内核日志。</translation>
    </message>
    <message>
        <source>Sets the mark that the packet carries on this host.</source>
        <translation>设置数据包在本机上携带的标记。</translation>
    </message>
    <message>
        <source>Rewrites the source of a connection to the address of the device that it leaves by.</source>
        <translation>将连接的源地址改写为其离开设备的地址。</translation>
    </message>
    <message>
        <source>Rewrites the net of an address and keeps the rest.</source>
        <translation>改写地址的网段部分，其余保留。</translation>
    </message>
    <message>
        <source>Hands a copy of the packet to a program that logs.</source>
        <translation>将数据包的副本交给记录日志的程序。</translation>
    </message>
    <message>
        <source>Hands the packet to a program of this host, which decides.</source>
        <translation>将数据包交给本机的一个程序，由它决定。</translation>
    </message>
    <message>
        <source>Keeps the packet out of connection tracking.</source>
        <translation>使数据包不受连接跟踪。</translation>
    </message>
    <message>
        <source>Measures the rate of the packets that come to it.</source>
        <translation>测量到达它的数据包的速率。</translation>
    </message>
    <message>
        <source>Rewrites the destination of a connection to this host itself.</source>
        <translation>将连接的目的地址改写为本机。</translation>
    </message>
    <message>
        <source>Refuses the packet and tells its sender.</source>
        <translation>拒绝数据包并告知其发送者。</translation>
    </message>
    <message>
        <source>Sets the packet&#x27;s security label.</source>
        <translation>设置数据包的安全标签。</translation>
    </message>
    <message>
        <source>Adds what a packet says to a set (ipset), takes it out, or gives the packet the mark of its entry.</source>
        <translation>将数据包中的内容加入集合（ipset）、从中移除，或将其条目的标记赋予数据包。</translation>
    </message>
    <message>
        <source>Rewrites the source of a connection.</source>
        <translation>改写连接的源地址。</translation>
    </message>
    <message>
        <source>Rewrites the prefix of an IPv6 source without connection tracking.</source>
        <translation>不经连接跟踪改写 IPv6 源地址的前缀。</translation>
    </message>
    <message>
        <source>Answers a TCP handshake in the server&#x27;s place, and opens the connection only for clients who answer in turn.</source>
        <translation>代替服务器应答 TCP 握手，只为作出回应的客户端打开连接。</translation>
    </message>
    <message>
        <source>Lowers the largest segment that a SYN offers.</source>
        <translation>降低 SYN 提出的最大段长度。</translation>
    </message>
    <message>
        <source>Takes options out of a TCP header.</source>
        <translation>从 TCP 头中去掉选项。</translation>
    </message>
    <message>
        <source>Sends a copy of the packet to another host.</source>
        <translation>将数据包的副本发送到另一台主机。</translation>
    </message>
    <message>
        <source>Sets the type-of-service byte of the IP header.</source>
        <translation>设置 IP 头的服务类型字节。</translation>
    </message>
    <message>
        <source>Hands the packet to a socket of this host without rewriting it.</source>
        <translation>不改写数据包而将其交给本机的套接字。</translation>
    </message>
    <message>
        <source>Has the kernel log each rule that the packet meets.</source>
        <translation>让内核记录数据包遇到的每条规则。</translation>
    </message>
    <message>
        <source>Sets, raises or lowers the time to live of IPv4.</source>
        <translation>设置、增加或减少 IPv4 的生存时间。</translation>
    </message>
    <message>
        <source>Hands a copy of the packet to a program that logs; an older form of NFLOG.</source>
        <translation>将数据包的副本交给记录日志的程序；NFLOG 的旧形式。</translation>
    </message>
</context>
<context>
    <name>PacketTitles</name>
    <message>
        <source>Go to the rule that wrote this</source>
        <translation>转到写入此值的规则</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>At entry</source>
        <translation>进入时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>PathTitles</name>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Rule as saved</source>
        <translation>规则原文</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较的值</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>PathWords</name>
    <message>
        <source>next rule</source>
        <translation>下一条规则</translation>
    </message>
    <message>
        <source>not simulated</source>
        <translation>未模拟</translation>
    </message>
    <message>
        <source>supposed to match</source>
        <translation>假定命中</translation>
    </message>
    <message>
        <source>supposed not to</source>
        <translation>假定不命中</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) did not match</source>
        <translation>
            <numerusform>%n 条规则未命中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, …</source>
        <translation>%1，…</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>source kept</source>
        <translation>源地址不变</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>translated as the connection&apos;s entry says</source>
        <translation>按连接表的记录转换</translation>
    </message>
    <message>
        <source>conntrack</source>
        <translation>连接跟踪</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>any packet</source>
        <translation>任意数据包</translation>
    </message>
    <message>
        <source>as you assume</source>
        <translation>按您的假定</translation>
    </message>
</context>
<context>
    <name>PictureGeometryWords</name>
    <message numerus="yes">
        <source>%1 · %n rule(s)</source>
        <translation>
            <numerusform>%1 · %n 条规则</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>is %1</source>
        <translation>实为 %1</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <translation>%1 继续</translation>
    </message>
    <message>
        <source>%1 go on</source>
        <translation>%1 继续</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>did not match</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>other ways</source>
        <translation>其他路线</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>策略 %1</translation>
    </message>
    <message>
        <source>any packet</source>
        <translation>任意数据包</translation>
    </message>
    <message>
        <source>draw &lt; p</source>
        <translation>抽取 &lt; p</translation>
    </message>
    <message>
        <source>draw ≥ p</source>
        <translation>抽取 ≥ p</translation>
    </message>
    <message>
        <source>takes the rest</source>
        <translation>取走其余</translation>
    </message>
    <message numerus="yes">
        <source>+ %n other chain(s)</source>
        <translation>
            <numerusform>另有 %n 条链</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n rule(s)</source>
        <translation>
            <numerusform>%1 · %n 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n other end(s)</source>
        <translation>
            <numerusform>另有 %n 个终点</numerusform>
        </translation>
    </message>
    <message>
        <source>this host</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>ProblemTitles</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>scenario %1</source>
        <translation>场景 %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>入口 %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <translation>出口 %1</translation>
    </message>
    <message>
        <source>no condition</source>
        <translation>无条件</translation>
    </message>
    <message>
        <source>draw &lt; %1</source>
        <translation>抽取 &lt; %1</translation>
    </message>
    <message>
        <source>draw ≥ %1</source>
        <translation>抽取 ≥ %1</translation>
    </message>
    <message>
        <source>next rule</source>
        <translation>下一条规则</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>goto</source>
        <translation>转去</translation>
    </message>
    <message>
        <source>return</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>%1 · policy %2</source>
        <translation>%1 · 策略 %2</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>没有路由</translation>
    </message>
    <message>
        <source>to this host</source>
        <translation>到本机</translation>
    </message>
    <message>
        <source>on by %1</source>
        <translation>经 %1 转发</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>this host</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>depends</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>rules %1–%2</source>
        <translation>规则 %1–%2</translation>
    </message>
</context>
<context>
    <name>ServiceGrid</name>
    <message>
        <source>other chains of %1</source>
        <translation>%1 的其他链</translation>
    </message>
</context>
<context>
    <name>ServiceTitles</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>份额</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>%1 (on this node)</source>
        <translation>%1（在本节点）</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>被丢弃</translation>
    </message>
    <message>
        <source>answered by this host</source>
        <translation>由本机应答</translation>
    </message>
    <message>
        <source>not translated</source>
        <translation>未转换</translation>
    </message>
    <message>
        <source>no endpoints</source>
        <translation>没有端点</translation>
    </message>
    <message>
        <source>session affinity for %1 s</source>
        <translation>会话保持 %1 秒</translation>
    </message>
    <message>
        <source>external traffic policy %1</source>
        <translation>外部流量策略 %1</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>来自外部</translation>
    </message>
    <message>
        <source>from a pod</source>
        <translation>来自 Pod</translation>
    </message>
    <message>
        <source>from the node</source>
        <translation>来自节点</translation>
    </message>
    <message>
        <source>from the node, to localhost</source>
        <translation>来自节点，到 localhost</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, masqueraded</source>
        <translation>%1，已伪装</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>by the policy of %1</source>
        <translation>由 %1 的策略</translation>
    </message>
    <message>
        <source>sees %1</source>
        <translation>看到 %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>各 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s), %1</source>
        <translation>
            <numerusform>%n 个端点，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message numerus="yes">
        <source>+ %n other end(s)</source>
        <translation>
            <numerusform>另有 %n 个终点</numerusform>
        </translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>别处</translation>
    </message>
</context>
<context>
    <name>SpotWords</name>
    <message>
        <source>matched</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>did not match</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>rules %1 to %2: Enter or a click unfolds them</source>
        <translation>规则 %1 到 %2：按回车或单击展开</translation>
    </message>
    <message>
        <source>%1 of all packets go on from here</source>
        <translation>全部数据包的 %1 从这里继续</translation>
    </message>
    <message numerus="yes">
        <source>%n other end(s)</source>
        <translation>
            <numerusform>%n 个其他终点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s) are shown</source>
        <translation>
            <numerusform>显示 %n 条链</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 chains</source>
        <translation>%1 条链</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Rule %1 does not match.</source>
        <translation>规则 %1 未命中。</translation>
    </message>
    <message>
        <source>Rules %1 to %2 do not match.</source>
        <translation>规则 %1 到 %2 未命中。</translation>
    </message>
    <message>
        <source>The draw falls to rule %1.</source>
        <translation>抽取落在规则 %1。</translation>
    </message>
    <message>
        <source>The draw passes rule %1 by.</source>
        <translation>抽取越过规则 %1。</translation>
    </message>
    <message>
        <source>Rule %1 leads on to %2.</source>
        <translation>规则 %1 转到 %2。</translation>
    </message>
    <message>
        <source>Rule %1 accepts the packet.</source>
        <translation>规则 %1 接受数据包。</translation>
    </message>
    <message>
        <source>Rule %1 drops the packet.</source>
        <translation>规则 %1 丢弃数据包。</translation>
    </message>
    <message>
        <source>Rule %1 returns to the chain before.</source>
        <translation>规则 %1 返回上一条链。</translation>
    </message>
    <message>
        <source>Rule %1 matches and only counts.</source>
        <translation>规则 %1 命中，只计数。</translation>
    </message>
    <message>
        <source>Rule %1 matches: %2.</source>
        <translation>规则 %1 命中：%2。</translation>
    </message>
    <message>
        <source>The connection&apos;s entry translates the packet.</source>
        <translation>连接表的记录转换数据包。</translation>
    </message>
    <message>
        <source>Routing fills in what was open.</source>
        <translation>路由补上尚未确定的部分。</translation>
    </message>
    <message>
        <source>Rule %1 rewrites the destination.</source>
        <translation>规则 %1 改写目的地址。</translation>
    </message>
    <message>
        <source>Rule %1 rewrites the source.</source>
        <translation>规则 %1 改写源地址。</translation>
    </message>
    <message>
        <source>Rule %1 marks the packet.</source>
        <translation>规则 %1 给数据包打标记。</translation>
    </message>
    <message>
        <source>Rule %1 changes the packet.</source>
        <translation>规则 %1 修改数据包。</translation>
    </message>
    <message>
        <source>There is no route to %1.</source>
        <translation>没有到 %1 的路由。</translation>
    </message>
    <message>
        <source>The packet is to leave by %1.</source>
        <translation>数据包将从 %1 离开。</translation>
    </message>
    <message>
        <source>The packet is for this host.</source>
        <translation>数据包是发给本机的。</translation>
    </message>
    <message>
        <source>natwalk only approximates the kernel here.</source>
        <translation>natwalk 在此处只是近似内核的行为。</translation>
    </message>
    <message>
        <source>Rule %1 is supposed to match.</source>
        <translation>假定规则 %1 命中。</translation>
    </message>
    <message>
        <source>Rule %1 is supposed not to match.</source>
        <translation>假定规则 %1 不命中。</translation>
    </message>
    <message>
        <source>%1 of %2 lets the packet pass.</source>
        <translation>%2 表的 %1 放行数据包。</translation>
    </message>
    <message>
        <source>%1 of %2 drops the packet.</source>
        <translation>%2 表的 %1 丢弃数据包。</translation>
    </message>
    <message>
        <source>This host makes the packet.</source>
        <translation>数据包由本机产生。</translation>
    </message>
    <message>
        <source>The packet comes in by %1.</source>
        <translation>数据包从 %1 进入。</translation>
    </message>
    <message>
        <source>Rule %1: %2. The table lists why each of the others did not.</source>
        <translation>规则 %1：%2。其余规则为何未命中，见下方表格。</translation>
    </message>
    <message>
        <source>It takes %1 of the packets that reach it.</source>
        <translation>它取走到达它的数据包的 %1。</translation>
    </message>
    <message>
        <source>It takes %1 of the packets that reach it; the other %2 go on to the next rule, and this one is among them.</source>
        <translation>它取走到达它的数据包的 %1；其余 %2 进入下一条规则，这个数据包也在其中。</translation>
    </message>
    <message>
        <source>Compared: %1.</source>
        <translation>比较：%1。</translation>
    </message>
    <message>
        <source>The source stays.</source>
        <translation>源地址不变。</translation>
    </message>
    <message>
        <source>Conntrack remembers it: later packets of this connection skip nat.</source>
        <translation>连接表记住这次改写：此连接后续数据包不再经过 nat 表。</translation>
    </message>
    <message>
        <source>The destination is %1.</source>
        <translation>目的地址是 %1。</translation>
    </message>
    <message>
        <source>%1 is not an address of this host, so the packet goes on, next to %2.</source>
        <translation>%1 不是本机地址，所以转发，下一跳 %2。</translation>
    </message>
    <message>
        <source>natwalk does not simulate a part of this rule: %1</source>
        <translation>natwalk 未模拟此规则的一部分：%1</translation>
    </message>
    <message>
        <source>The chain has no rules; its policy decides.</source>
        <translation>此链没有规则，由策略决定。</translation>
    </message>
    <message>
        <source>No rule decided; the chain&apos;s policy does.</source>
        <translation>没有规则作出决定，由链的策略决定。</translation>
    </message>
    <message>
        <source>%1 becomes %2.</source>
        <translation>%1 变为 %2。</translation>
    </message>
    <message>
        <source>Rule %1 is assumed to match.</source>
        <translation>按您的假定，规则 %1 命中。</translation>
    </message>
    <message>
        <source>Rule %1 is assumed not to match.</source>
        <translation>按您的假定，规则 %1 不命中。</translation>
    </message>
    <message>
        <source>Neither packet nor host tells whether a part of this rule holds; %1. The rule: %2</source>
        <translation>数据包和主机都无法说明此规则的某一部分是否成立；%1。规则：%2</translation>
    </message>
</context>
<context>
    <name>StoryWords</name>
    <message>
        <source>How they share</source>
        <translation>如何分配</translation>
    </message>
    <message>
        <source>Why one half each?</source>
        <translation>为什么各占二分之一？</translation>
    </message>
    <message>
        <source>Why one third each?</source>
        <translation>为什么各占三分之一？</translation>
    </message>
    <message>
        <source>Why one quarter each?</source>
        <translation>为什么各占四分之一？</translation>
    </message>
    <message>
        <source>Why one fifth each?</source>
        <translation>为什么各占五分之一？</translation>
    </message>
    <message>
        <source>Why one in %1 each?</source>
        <translation>为什么各占 1/%1？</translation>
    </message>
    <message>
        <source>Rules are tried in order; each sees only what the ones before left over:</source>
        <translation>规则按顺序尝试，后面的规则只看到前面剩下的数据包：</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>entry</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>host</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>%1, sent by this host</source>
        <translation>%1，由本机发送</translation>
    </message>
    <message>
        <source>%1, source changed</source>
        <translation>%1，源地址改变</translation>
    </message>
    <message numerus="yes">
        <source>This course has %1; %n other outcome(s) have %2 each.</source>
        <translation>
            <numerusform>这条路线的概率为 %1；另外 %n 种结果各占 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This course has %1; %n other outcome(s) have %2 to %3.</source>
        <translation>
            <numerusform>这条路线的概率为 %1；另外 %n 种结果占 %2 到 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation>转发到 %1</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>发送到 %1</translation>
    </message>
    <message>
        <source>Delivered to this host</source>
        <translation>送达本机</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>Answered by this host</source>
        <translation>由本机应答</translation>
    </message>
    <message>
        <source>Depends</source>
        <translation>不确定</translation>
    </message>
    <message numerus="yes">
        <source>The likeliest course has %1; %n other outcome(s) have %2 each.</source>
        <translation>
            <numerusform>最可能的走法占 %1;另外 %n 种结果各占 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The likeliest course has %1; %n other outcome(s) have %2 to %3.</source>
        <translation>
            <numerusform>最可能的走法占 %1;另外 %n 种结果占 %2 到 %3。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Where its connections end</source>
        <translation>其连接的去处</translation>
    </message>
</context>
<context>
    <name>WayTitles</name>
    <message>
        <source>Way in</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>from localhost</source>
        <translation>来自 localhost</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>，然后 </translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n other course(s))</source>
        <translation>
            <numerusform>%1（另有 %n 条路线）</numerusform>
        </translation>
    </message>
    <message>
        <source>End</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>The draws that lead there</source>
        <translation>通向那里的抽取</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Steps packets through iptables rulesets.</source>
        <translation>让数据包一步步走过 iptables 规则集。</translation>
    </message>
    <message>
        <source>A ruleset, a scenario, or a folder with both.</source>
        <translation>规则集、场景，或包含两者的文件夹。</translation>
    </message>
    <message>
        <source>Language of the window, like zh_CN.</source>
        <translation>窗口语言，例如 zh_CN。</translation>
    </message>
    <message>
        <source>Light on dark.</source>
        <translation>深色主题。</translation>
    </message>
    <message>
        <source>Write a picture of the window when all is computed, and end.</source>
        <translation>计算完成后把窗口写成图片，然后退出。</translation>
    </message>
    <message>
        <source>Size of the picture&apos;s window: 1440x900 unless given.</source>
        <translation>图片窗口大小，默认 1440x900。</translation>
    </message>
    <message>
        <source>Step in the picture, from 1; the deciding one unless given.</source>
        <translation>图片中的步骤，从 1 开始；默认为作出决定的一步。</translation>
    </message>
    <message>
        <source>Tab at the bottom of the picture, from 1.</source>
        <translation>图片底部的标签页，从 1 开始。</translation>
    </message>
    <message>
        <source>Saved packet in the picture.</source>
        <translation>图中使用的已存数据包。</translation>
    </message>
    <message>
        <source>Chains in the picture: path, neighbourhood or all.</source>
        <translation>图中的链：path、neighbourhood 或 all。</translation>
    </message>
    <message>
        <source>Zoom of the chains in percent, or fit.</source>
        <translation>链图的缩放百分比，或 fit。</translation>
    </message>
    <message>
        <source>Take the picture while trials are being run.</source>
        <translation>在试验进行中截图。</translation>
    </message>
    <message>
        <source>Take the picture of the distribution laboratory, from page 1 on.</source>
        <translation>截取分布实验室的图片，页从 1 起。</translation>
    </message>
    <message>
        <source>Measured counts beside the exact shares in the picture.</source>
        <translation>图片中与精确份额并列的实测计数。</translation>
    </message>
</context>
<context>
    <name>natwalk::Actions</name>
    <message>
        <source>Reply</source>
        <translation>回复包</translation>
    </message>
    <message>
        <source>Next packet</source>
        <translation>下一个数据包</translation>
    </message>
    <message>
        <source>&amp;First Step</source>
        <translation>第一步(&amp;F)</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>&amp;Last Step</source>
        <translation>最后一步(&amp;L)</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step &amp;Into</source>
        <translation>步入(&amp;I)</translation>
    </message>
    <message>
        <source>Step into: the next thing that happens</source>
        <translation>步入：下一件发生的事</translation>
    </message>
    <message>
        <source>Step Back Into</source>
        <translation>反向步入</translation>
    </message>
    <message>
        <source>Step back into: what happened before</source>
        <translation>反向步入：之前发生的事</translation>
    </message>
    <message>
        <source>Step &amp;Over</source>
        <translation>步过(&amp;O)</translation>
    </message>
    <message>
        <source>Step over: what the jump leads to is passed over</source>
        <translation>步过：越过跳转进入的链</translation>
    </message>
    <message>
        <source>Step Back Over</source>
        <translation>反向步过</translation>
    </message>
    <message>
        <source>Step back over</source>
        <translation>反向步过</translation>
    </message>
    <message>
        <source>Step O&amp;ut</source>
        <translation>步出(&amp;U)</translation>
    </message>
    <message>
        <source>Step out: to where this chain was left</source>
        <translation>步出：到离开此链之处</translation>
    </message>
    <message>
        <source>Step Back Out</source>
        <translation>反向步出</translation>
    </message>
    <message>
        <source>Step back out: to the rule that jumped here</source>
        <translation>反向步出：到跳转来此的规则</translation>
    </message>
    <message>
        <source>&amp;Next Hook</source>
        <translation>下一个钩子(&amp;N)</translation>
    </message>
    <message>
        <source>Next hook</source>
        <translation>下一个钩子</translation>
    </message>
    <message>
        <source>&amp;Previous Hook</source>
        <translation>上一个钩子(&amp;P)</translation>
    </message>
    <message>
        <source>Previous hook</source>
        <translation>上一个钩子</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Continue to the next breakpoint, or to the end</source>
        <translation>继续到下一个断点或结尾</translation>
    </message>
    <message>
        <source>Continue Backwards</source>
        <translation>反向继续</translation>
    </message>
    <message>
        <source>Continue to the breakpoint before, or to the beginning</source>
        <translation>继续到上一个断点或开头</translation>
    </message>
    <message>
        <source>To the &amp;Verdict</source>
        <translation>到判决(&amp;V)</translation>
    </message>
    <message>
        <source>To the step that decided</source>
        <translation>到作出决定的一步</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play, step by step; again to pause</source>
        <translation>逐步播放；再按暂停</translation>
    </message>
    <message>
        <source>Toggle &amp;Breakpoint</source>
        <translation>切换断点(&amp;B)</translation>
    </message>
    <message>
        <source>Stop at this rule, or no longer</source>
        <translation>在此规则停下，或取消</translation>
    </message>
    <message>
        <source>Where I &amp;Was</source>
        <translation>回到之前的位置(&amp;W)</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>回到之前的位置</translation>
    </message>
    <message>
        <source>Forward &amp;Again</source>
        <translation>再次向前(&amp;A)</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次向前</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last change to the question</source>
        <translation>撤销对问题的最近一次修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>回复包(&amp;R)</translation>
    </message>
    <message>
        <source>Trace the answer to this packet</source>
        <translation>跟踪对此数据包的回复</translation>
    </message>
    <message>
        <source>Next Packet of the &amp;Connection</source>
        <translation>此连接的下一个数据包(&amp;C)</translation>
    </message>
    <message>
        <source>Trace the sender&apos;s next packet, after the answer</source>
        <translation>跟踪收到回复后发送方的下一个数据包</translation>
    </message>
    <message>
        <source>Run &amp;Trials</source>
        <translation>运行试验(&amp;T)</translation>
    </message>
    <message>
        <source>Run the trials again</source>
        <translation>重新运行试验</translation>
    </message>
    <message>
        <source>&amp;Stop Trials</source>
        <translation>停止试验(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the trials that run</source>
        <translation>停止正在运行的试验</translation>
    </message>
</context>
<context>
    <name>natwalk::CallStackPanel</name>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>调用栈</translation>
    </message>
</context>
<context>
    <name>natwalk::ChainGraphView</name>
    <message>
        <source>exact share</source>
        <translation>精确份额</translation>
    </message>
    <message>
        <source>%1 trials, 95 % interval, axis ±%2 points</source>
        <translation>%1 次试验，95 % 区间，轴 ±%2 个百分点</translation>
    </message>
    <message>
        <source>%1 trials, 95 %</source>
        <translation>%1 次试验，95 %</translation>
    </message>
    <message>
        <source>width = probability</source>
        <translation>宽度 = 概率</translation>
    </message>
    <message>
        <source>line = this packet</source>
        <translation>线 = 当前数据包</translation>
    </message>
</context>
<context>
    <name>natwalk::ChainRulesModel</name>
    <message>
        <source>next rule</source>
        <translation>下一条规则</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Rule as saved</source>
        <translation>保存时的规则</translation>
    </message>
    <message>
        <source>Compared, or why not</source>
        <translation>比较的值或未匹配的原因</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>natwalk::ChainRulesView</name>
    <message>
        <source>Rules of the chain</source>
        <translation>链中的规则</translation>
    </message>
</context>
<context>
    <name>natwalk::ChainsPanel</name>
    <message>
        <source>Filter chains</source>
        <translation>过滤链</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>链</translation>
    </message>
</context>
<context>
    <name>natwalk::ClientMap</name>
    <message>
        <source>Choose under “Connects” who connects, and run the trials.</source>
        <translation>在“连接者”中选择谁来连接，再运行试验。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n client(s) always came to the same end.</source>
        <translation>
            <numerusform>%n 个客户端中有 %1 个始终到达同一结局。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends of each client</source>
        <translation>各客户端的结局</translation>
    </message>
    <message>
        <source>%1: %2 of %3 connections ended at %4; it moved %5 times</source>
        <translation>%1：%3 个连接中 %2 到达 %4；换了 %5 次</translation>
    </message>
</context>
<context>
    <name>natwalk::ConvergencePlot</name>
    <message>
        <source>Shares over the trials</source>
        <translation>随试验变化的份额</translation>
    </message>
    <message>
        <source>Run trials to see their shares settle.</source>
        <translation>运行试验，看份额如何稳定下来。</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>份额（%）</translation>
    </message>
</context>
<context>
    <name>natwalk::CourseList</name>
    <message>
        <source>Other ends</source>
        <translation>其他终点</translation>
    </message>
    <message>
        <source>Filter by address</source>
        <translation>按地址过滤</translation>
    </message>
</context>
<context>
    <name>natwalk::DetailsColumn</name>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>调用栈</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
</context>
<context>
    <name>natwalk::DrawsView</name>
    <message>
        <source>This packet</source>
        <translation>此数据包</translation>
    </message>
    <message>
        <source>As kube-proxy writes</source>
        <translation>kube-proxy 的写法</translation>
    </message>
    <message>
        <source> endpoints</source>
        <translation> 个端点</translation>
    </message>
    <message>
        <source>Number of endpoints</source>
        <translation>端点数量</translation>
    </message>
    <message>
        <source>The way to each end</source>
        <translation>通往各结局的路</translation>
    </message>
    <message>
        <source>Rules that draw</source>
        <translation>抽取的规则</translation>
    </message>
    <message>
        <source>The draws that lead to each end</source>
        <translation>通向各结局的抽取</translation>
    </message>
    <message numerus="yes">
        <source>Rules are tried in order, and each sees only what the ones before left over. So that %n endpoint(s) get the same, each rule takes one in as many as are left.</source>
        <translation>
            <numerusform>规则按顺序尝试，每条只看到前面剩下的部分。为了让 %n 个端点得到相同的份额，每条规则从剩余的端点数中取一份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules are tried in order; each sees only what the ones before left over. A rule&apos;s probability is a share of what comes to it, not of all.</source>
        <translation>规则按顺序尝试，每条只看到前面剩下的部分。规则的概率是到达它的部分中的份额，而不是全部中的份额。</translation>
    </message>
</context>
<context>
    <name>natwalk::EmptyPage</name>
    <message>
        <source>%1 (missing)</source>
        <translation>%1（不存在）</translation>
    </message>
    <message>
        <source>Forget this file</source>
        <translation>忘记此文件</translation>
    </message>
    <message>
        <source>See where a packet goes</source>
        <translation>看数据包去往何处</translation>
    </message>
    <message>
        <source>Open a saved ruleset, pick a packet, and step through its rules. Nothing leaves this computer, and no firewall is touched.</source>
        <translation>打开保存的规则集，选一个数据包，一步步走过规则。数据不会离开这台电脑，也不会改动任何防火墙。</translation>
    </message>
    <message>
        <source>Drop a ruleset here, or</source>
        <translation>把规则集拖到这里，或</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Read the dump that lies in the clipboard</source>
        <translation>读取剪贴板中的规则集</translation>
    </message>
    <message>
        <source>This makes a dump on a node:</source>
        <translation>在节点上用这条命令保存规则集：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Where iptables is nft-backed too; rules written by nft itself are not in it. For IPv6: ip6tables-save -c.</source>
        <translation>以 nft 为后端的 iptables 也适用；由 nft 直接写入的规则不在其中。IPv6 请用：ip6tables-save -c。</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>natwalk::EventsView</name>
    <message>
        <source>Filter: words, !words that must not be there</source>
        <translation>过滤：词语，!不应出现的词语</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the events shown as text</source>
        <translation>把显示的事件复制为文本</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>natwalk::ExplanationPanel</name>
    <message>
        <source>See…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Assume it matches</source>
        <translation>假定命中</translation>
    </message>
    <message>
        <source>Assume it does not match</source>
        <translation>假定不命中</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>natwalk::ExportButton</name>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Save or copy what is shown</source>
        <translation>保存或复制所显示的内容</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>As PNG, SVG, PDF or CSV</source>
        <translation>存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>As pixels and as SVG</source>
        <translation>像素图和 SVG</translation>
    </message>
    <message>
        <source>Copy &amp;Table</source>
        <translation>复制表格(&amp;T)</translation>
    </message>
    <message>
        <source>The figures as CSV</source>
        <translation>CSV 格式的数字</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>保存所显示的内容</translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector graphics (*.svg);;Document (*.pdf);;Table (*.csv)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;文档 (*.pdf);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>natwalk::HistogramView</name>
    <message>
        <source>&amp;Trials</source>
        <translation>试验(&amp;T)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs so many trials: the same seed gives the same trials</source>
        <translation>运行这么多次试验：种子相同，试验相同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Share of the trials done</source>
        <translation>已完成的试验比例</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>No trials yet.</source>
        <translation>尚无试验。</translation>
    </message>
    <message>
        <source>%1 trials so far</source>
        <translation>已完成 %1 次试验</translation>
    </message>
    <message>
        <source>&amp;Laboratory…</source>
        <translation>实验室(&amp;L)…</translation>
    </message>
    <message>
        <source>Measured counts, convergence, how the shares come about</source>
        <translation>实测计数、收敛过程、份额的由来</translation>
    </message>
</context>
<context>
    <name>natwalk::HookStrip</name>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>this host</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>%1 %2: go there</source>
        <translation>%1 %2：转到那里</translation>
    </message>
</context>
<context>
    <name>natwalk::HostModel</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Supposed: %1</source>
        <translation>推测:%1</translation>
    </message>
</context>
<context>
    <name>natwalk::HostPanel</name>
    <message>
        <source>Parts of the host</source>
        <translation>主机的各部分</translation>
    </message>
    <message>
        <source>Facts of the host</source>
        <translation>主机的各项事实</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take this row away (%1)</source>
        <translation>删除这一行(%1)</translation>
    </message>
    <message>
        <source>As Read</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>The host as it was given or supposed when the file was opened</source>
        <translation>恢复为打开文件时给出或推测的主机</translation>
    </message>
    <message>
        <source>Nothing is supposed of this host.</source>
        <translation>对本机没有任何推测。</translation>
    </message>
    <message>
        <source>Supposed of this host; what you write counts instead:</source>
        <translation>以下是对本机的推测;您填写的内容将取而代之:</translation>
    </message>
</context>
<context>
    <name>natwalk::JudgementPanel</name>
    <message>
        <source>Chance or fault?</source>
        <translation>偶然还是故障？</translation>
    </message>
    <message>
        <source>%1 trials so far</source>
        <translation>目前 %1 次试验</translation>
    </message>
    <message>
        <source>No trials yet.</source>
        <translation>还没有试验。</translation>
    </message>
    <message>
        <source>Some ends hang on what natwalk cannot decide: their shares do not sum to 1.</source>
        <translation>有些结局取决于 natwalk 无法判定的事：它们的份额之和不是 1。</translation>
    </message>
    <message>
        <source>%1 % of the packets take courses beyond the limit.</source>
        <translation>%1 % 的数据包走的路线超出了上限。</translation>
    </message>
</context>
<context>
    <name>natwalk::Laboratory</name>
    <message>
        <source>Distribution Laboratory</source>
        <translation>分布实验室</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>收敛</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Connections that natwalk simulates</source>
        <translation>natwalk 模拟的连接</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Counts from the cluster</source>
        <translation>来自集群的计数</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>natwalk::Legend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>natwalk::MainWindow</name>
    <message>
        <source>Events %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Trace</source>
        <translation>跟踪(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>工具(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open What Was &amp;Copied</source>
        <translation>打开剪贴板内容(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Find in Source</source>
        <translation>在源文件中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Go to &amp;Line…</source>
        <translation>转到行(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Destination</source>
        <translation>目的地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>为什么(&amp;W)？</translation>
    </message>
    <message>
        <source>&amp;Matches and Targets</source>
        <translation>匹配与目标(&amp;M)</translation>
    </message>
    <message>
        <source>What natwalk does with each extension of iptables</source>
        <translation>natwalk 如何处理 iptables 的每个扩展</translation>
    </message>
    <message>
        <source>&amp;About natwalk</source>
        <translation>关于 natwalk(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Rules on the path</source>
        <translation>路径上的规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文件</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Rulesets and scenarios (*.save *.iptables *.rules *.txt *.json *.gz);;All files (*)</source>
        <translation>规则集与场景 (*.save *.iptables *.rules *.txt *.json *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a ruleset</source>
        <translation>打开规则集</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Line:</source>
        <translation>行：</translation>
    </message>
    <message>
        <source>About natwalk</source>
        <translation>关于 natwalk</translation>
    </message>
    <message>
        <source>&lt;b&gt;natwalk %1&lt;/b&gt;&lt;p&gt;Steps a packet through the chains of an iptables ruleset, and shows where connections end up.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later&lt;/p&gt;</source>
        <translation>&lt;b&gt;natwalk %1&lt;/b&gt;&lt;p&gt;让数据包一步步走过 iptables 规则集的链，并显示连接最终到达哪里。&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Ways in</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>&amp;Services</source>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>Services, Chains and Packets</source>
        <translation>服务、链和数据包</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg);;Document (*.pdf);;Picture (*.png)</source>
        <translation>矢量图 (*.svg);;文档 (*.pdf);;图片 (*.png)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Open a ruleset, a scenario, or a folder with both</source>
        <translation>打开规则集、场景或包含二者的文件夹</translation>
    </message>
    <message>
        <source>Read the dump that lies in the clipboard</source>
        <translation>读取剪贴板中的规则集</translation>
    </message>
    <message>
        <source>Export &amp;Picture…</source>
        <translation>导出图(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the whole picture as PNG, SVG or PDF</source>
        <translation>将整幅图保存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Export &amp;Histogram…</source>
        <translation>导出直方图(&amp;H)…</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Copy Rule</source>
        <translation>复制规则(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected rule as it was saved</source>
        <translation>按保存时的写法复制所选规则</translation>
    </message>
    <message>
        <source>Copy the &amp;Kernel&apos;s Name</source>
        <translation>复制内核中的名称(&amp;K)</translation>
    </message>
    <message>
        <source>Copy what the kernel&apos;s log calls the selected rule</source>
        <translation>复制内核日志对所选规则的称呼</translation>
    </message>
    <message>
        <source>Find text in the file</source>
        <translation>在文件中查找文本</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Go to a line of the file</source>
        <translation>转到文件的某一行</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>明暗随桌面</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>浅色背景</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>深色背景</translation>
    </message>
    <message>
        <source>The language of the system</source>
        <translation>使用系统语言</translation>
    </message>
    <message>
        <source>English, at once</source>
        <translation>立即切换为英文</translation>
    </message>
    <message>
        <source>Chinese, at once</source>
        <translation>立即切换为中文</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>路径(&amp;P)</translation>
    </message>
    <message>
        <source>The chains on the packet&apos;s path</source>
        <translation>数据包经过的链</translation>
    </message>
    <message>
        <source>&amp;Neighbourhood</source>
        <translation>邻近(&amp;N)</translation>
    </message>
    <message>
        <source>The path and what is beside it</source>
        <translation>路径及其旁边的链</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>All chains</source>
        <translation>所有链</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Fit the picture into the window</source>
        <translation>让整幅图适合窗口</translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation>居中(&amp;C)</translation>
    </message>
    <message>
        <source>Centre on the current step</source>
        <translation>以当前步骤为中心</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>Show the minimap, or no longer</source>
        <translation>显示或隐藏缩略图</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>Show the rules on the path</source>
        <translation>显示路径上的规则</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>源文件(&amp;S)</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>事件(&amp;E)</translation>
    </message>
    <message>
        <source>Show what happened, row by row</source>
        <translation>逐行显示发生了什么</translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation>直方图(&amp;H)</translation>
    </message>
    <message>
        <source>Show where connections end up</source>
        <translation>显示连接的去向</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>Show what was not understood</source>
        <translation>显示未能理解的内容</translation>
    </message>
    <message>
        <source>Ways &amp;In</source>
        <translation>入口(&amp;I)</translation>
    </message>
    <message>
        <source>Show all ways into the services</source>
        <translation>显示通往各服务的所有入口</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>Show the host, and write in it</source>
        <translation>显示并编辑主机</translation>
    </message>
    <message>
        <source>&amp;Whole Chain</source>
        <translation>整条链(&amp;W)</translation>
    </message>
    <message>
        <source>All rules of the selected chain, and why each did not match</source>
        <translation>所选链的所有规则,以及每条未匹配的原因</translation>
    </message>
    <message>
        <source>Hide all panels, or show them again</source>
        <translation>隐藏或重新显示所有面板</translation>
    </message>
    <message>
        <source>Put all panels where they were at first</source>
        <translation>将所有面板放回最初的位置</translation>
    </message>
    <message>
        <source>Type where the packet goes</source>
        <translation>输入数据包的目的地</translation>
    </message>
    <message>
        <source>Trace this packet</source>
        <translation>追踪此数据包</translation>
    </message>
    <message>
        <source>Go to the rule that decided</source>
        <translation>转到做出决定的规则</translation>
    </message>
    <message>
        <source>Search the services</source>
        <translation>搜索服务</translation>
    </message>
    <message>
        <source>What natwalk is</source>
        <translation>natwalk 是什么</translation>
    </message>
    <message>
        <source>Show this panel, or hide it</source>
        <translation>显示或隐藏此面板</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <translation>%1 的规则</translation>
    </message>
    <message>
        <source>Chec&amp;k on the Node…</source>
        <translation>在节点上核对(&amp;K)…</translation>
    </message>
    <message>
        <source>Commands that check this verdict on the node</source>
        <translation>在节点上核对此结论的命令</translation>
    </message>
    <message>
        <source>Next &amp;Problem</source>
        <translation>下一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the next problem, and look at its rule</source>
        <translation>转到下一个问题，并查看其规则</translation>
    </message>
    <message>
        <source>Pre&amp;vious Problem</source>
        <translation>上一个问题(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the problem before, and look at its rule</source>
        <translation>转到上一个问题，并查看其规则</translation>
    </message>
    <message>
        <source>Save the histogram as PNG, SVG, PDF or CSV</source>
        <translation>把直方图存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>Distribution &amp;Laboratory…</source>
        <translation>分布实验室(&amp;L)…</translation>
    </message>
    <message>
        <source>Trials, measured counts, and how the shares come about</source>
        <translation>试验、实测计数，以及份额的由来</translation>
    </message>
    <message>
        <source>&amp;Measured Counts…</source>
        <translation>实测计数(&amp;M)…</translation>
    </message>
    <message>
        <source>Put what was counted on the cluster beside the exact shares</source>
        <translation>把集群上的计数与精确份额并列</translation>
    </message>
</context>
<context>
    <name>natwalk::MeasuredPanel</name>
    <message>
        <source>An endpoint and its count on each line, as columns, CSV, JSON or “uniq -c” have them.</source>
        <translation>每行一个端点及其数量：分列、CSV、JSON 或“uniq -c”的格式。</translation>
    </message>
    <message>
        <source>Measured counts</source>
        <translation>实测计数</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Take what lies in the clipboard</source>
        <translation>取剪贴板中的内容</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Take the counts of a file</source>
        <translation>取文件中的计数</translation>
    </message>
    <message>
        <source>&amp;Fill In</source>
        <translation>填入(&amp;F)</translation>
    </message>
    <message>
        <source>Write the endpoints, so that only the numbers are missing</source>
        <translation>写出端点，只差数字</translation>
    </message>
    <message>
        <source>Take the rules&apos; &amp;counters</source>
        <translation>取规则的计数器(&amp;C)</translation>
    </message>
    <message>
        <source>As iptables-save -c saved them with the rules</source>
        <translation>即 iptables-save -c 与规则一起保存的</translation>
    </message>
    <message>
        <source>Counted were</source>
        <translation>计数单位</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Requests on each</source>
        <translation>每连接请求数</translation>
    </message>
    <message>
        <source>Requests on each connection</source>
        <translation>每个连接上的请求数</translation>
    </message>
    <message>
        <source>Rules choose an endpoint once for each connection. What follows on it by keep-alive ends there too, so that requests scatter more than as many connections would.</source>
        <translation>规则对每个连接只选择一次端点。keep-alive 让后续请求也到达那里，因此请求的离散程度大于同样多的连接。</translation>
    </message>
    <message>
        <source>Rules choose once for each connection. Where clients keep connections open, an access log counts requests, which are more: say so above.</source>
        <translation>规则对每个连接只选择一次。若客户端保持连接，访问日志数的是请求，比连接多：请在上面说明。</translation>
    </message>
    <message>
        <source>Lines without a count: %1. The others are judged.</source>
        <translation>没有数量的行：%1。其余的行已参与判断。</translation>
    </message>
    <message>
        <source>Open measured counts</source>
        <translation>打开实测计数</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
</context>
<context>
    <name>natwalk::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The whole picture and the part that is seen; a click moves the view.</source>
        <translation>整幅图和当前可见部分；单击移动视图。</translation>
    </message>
</context>
<context>
    <name>natwalk::MoreFields</name>
    <message>
        <source>TCP flags</source>
        <translation>TCP 标志</translation>
    </message>
    <message>
        <source>SYN,ACK, NONE or ALL</source>
        <translation>SYN,ACK、NONE 或 ALL</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>The packet&apos;s mark, as a number or 0x…</source>
        <translation>数据包的标记，数字或 0x…</translation>
    </message>
    <message>
        <source>ttl</source>
        <translation>ttl</translation>
    </message>
    <message>
        <source>Hops left, 1 to 255</source>
        <translation>剩余跳数，1 到 255</translation>
    </message>
    <message>
        <source>uid</source>
        <translation>uid</translation>
    </message>
    <message>
        <source>Number of the sending user, for packets of this host; empty: nobody</source>
        <translation>发送用户的编号，用于本机产生的数据包；空：无</translation>
    </message>
    <message>
        <source>ICMP type</source>
        <translation>ICMP 类型</translation>
    </message>
    <message>
        <source>TYPE or TYPE/CODE</source>
        <translation>类型或 类型/代码</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>扩展首部</translation>
    </message>
    <message>
        <source>Extension headers of IPv6, such as hbh,dst; there are hbh, rt, frag, ah and dst</source>
        <translation>IPv6 扩展首部，如 hbh,dst；可用 hbh、rt、frag、ah 和 dst</translation>
    </message>
    <message>
        <source>TCP flags are names like SYN,ACK</source>
        <translation>TCP 标志是名称，如 SYN,ACK</translation>
    </message>
    <message>
        <source>A mark is a number of 32 bits</source>
        <translation>标记是 32 位的数字</translation>
    </message>
    <message>
        <source>ttl is a number from 0 to 255</source>
        <translation>ttl 是 0 到 255 的数字</translation>
    </message>
    <message>
        <source>uid is a number</source>
        <translation>uid 是数字</translation>
    </message>
    <message>
        <source>An ICMP type is TYPE or TYPE/CODE, both from 0 to 255</source>
        <translation>ICMP 类型写作 类型 或 类型/代码，均为 0 到 255</translation>
    </message>
    <message>
        <source>Extension headers are some of hbh, rt, frag, ah and dst, with commas between them</source>
        <translation>扩展首部取自 hbh、rt、frag、ah 和 dst，以逗号分隔</translation>
    </message>
</context>
<context>
    <name>natwalk::NodeChecksDialog</name>
    <message>
        <source>Check on the Node</source>
        <translation>在节点上核对</translation>
    </message>
    <message>
        <source>natwalk runs none of these. All of them only read, but for the two in another colour: the last one takes back what the first one puts in.</source>
        <translation>natwalk 不会运行这些命令。除了颜色不同的两条之外，它们都只读取：后一条撤销前一条所加的内容。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected command</source>
        <translation>复制所选命令</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy all commands, with what they show as comments</source>
        <translation>复制所有命令，并以注释说明其内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>natwalk::NoticeBar</name>
    <message>
        <source>There are no rules in %1.</source>
        <translation>%1 中没有规则。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of %1 not understood. The trace may be incomplete where they matter.</source>
        <translation>
            <numerusform>%1 中有 %n 处未能理解。涉及这些规则时，跟踪可能不完整。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was changed on disk.</source>
        <translation>%1 在磁盘上已被修改。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
</context>
<context>
    <name>natwalk::Opener</name>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
</context>
<context>
    <name>natwalk::PacketForm</name>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>More: flags, mark, ttl, uid, ICMP type</source>
        <translation>更多：标志、标记、ttl、uid、ICMP 类型</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Trace this packet (%1)</source>
        <translation>跟踪此数据包 (%1)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复包</translation>
    </message>
    <message>
        <source>Trace the answer to this packet</source>
        <translation>跟踪对此数据包的回复</translation>
    </message>
    <message>
        <source>Saved packets</source>
        <translation>已存数据包</translation>
    </message>
    <message>
        <source>The scenario&apos;s packets</source>
        <translation>场景中的数据包</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>源地址</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>Destination: address or service</source>
        <translation>目的：地址或 Service</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>目的端口</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>The source must be an address, like 10.0.0.7</source>
        <translation>源必须是地址，如 10.0.0.7</translation>
    </message>
    <message>
        <source>The destination must be an address or a service that the rules name</source>
        <translation>目的必须是地址，或规则中提到的 Service</translation>
    </message>
    <message>
        <source>Source and destination must both be IPv4 or both IPv6</source>
        <translation>源和目的必须同为 IPv4 或同为 IPv6</translation>
    </message>
    <message>
        <source>A port is a number from 0 to 65535</source>
        <translation>端口是 0 到 65535 的数字</translation>
    </message>
    <message>
        <source>NEW: the first packet of a connection; ESTABLISHED: a later one, after the answer came through; RELATED: of a connection that another one expects; INVALID: of none; carried on: after the packets before</source>
        <translation>NEW:连接的第一个数据包;ESTABLISHED:收到应答之后的数据包;RELATED:属于另一连接所预期的连接;INVALID:不属于任何连接;延续:接在之前的数据包之后</translation>
    </message>
    <message>
        <source>%1, carried on</source>
        <translation>%1,延续</translation>
    </message>
</context>
<context>
    <name>natwalk::PacketPanel</name>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
</context>
<context>
    <name>natwalk::PathView</name>
    <message>
        <source>Rules on the path</source>
        <translation>路径上的规则</translation>
    </message>
    <message>
        <source>Go There</source>
        <translation>转到那里</translation>
    </message>
    <message>
        <source>Copy Rule</source>
        <translation>复制规则</translation>
    </message>
    <message>
        <source>Copy the Kernel&apos;s Name of It</source>
        <translation>复制内核中的规则名</translation>
    </message>
    <message>
        <source>Toggle Breakpoint</source>
        <translation>切换断点</translation>
    </message>
    <message>
        <source>Assume It Matches</source>
        <translation>假定命中</translation>
    </message>
    <message>
        <source>Assume It Does Not Match</source>
        <translation>假定不命中</translation>
    </message>
    <message>
        <source>Back to the Default</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>natwalk::PictureBar</name>
    <message>
        <source>%1 of %2 chains</source>
        <translation>%2 条链中的 %1 条</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation>邻域</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Centre on the current step (.)</source>
        <translation>以当前步骤为中心 (.)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>显示全部 (0)</translation>
    </message>
</context>
<context>
    <name>natwalk::PictureCanvas</name>
    <message>
        <source>Chains on the packet&apos;s way</source>
        <translation>数据包经过的链</translation>
    </message>
</context>
<context>
    <name>natwalk::PlanPanel</name>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>How many connections are simulated</source>
        <translation>模拟多少个连接</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed gives the same trials</source>
        <translation>相同的种子给出相同的试验</translation>
    </message>
    <message>
        <source>Each trial</source>
        <translation>每次试验</translation>
    </message>
    <message>
        <source>What is done for each connection</source>
        <translation>对每个连接做什么</translation>
    </message>
    <message>
        <source>Connects</source>
        <translation>连接者</translation>
    </message>
    <message>
        <source>Who connects, and how</source>
        <translation>谁来连接，怎样连接</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>They connect in turn, from the packet&apos;s address on</source>
        <translation>它们轮流连接，从数据包的地址开始</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Clients have the addresses of this network; empty: from the packet&apos;s on</source>
        <translation>客户端使用此网络的地址；空：从数据包的地址开始</translation>
    </message>
    <message>
        <source>A second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Connections of all clients in a second; 0: all at one moment</source>
        <translation>所有客户端每秒的连接数；0：都在同一时刻</translation>
    </message>
    <message>
        <source>Requests each</source>
        <translation>每连接请求</translation>
    </message>
    <message>
        <source>Keep-alive: so many requests go over each connection</source>
        <translation>keep-alive：每个连接上的请求数</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>How long a TCP connection stays open; 0: closed at once</source>
        <translation>TCP 连接保持多久；0：立即关闭</translation>
    </message>
    <message>
        <source>Histories</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>So many histories, independent of each other, share the trials</source>
        <translation>这么多段互相独立的历史分担试验</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Always from the same port</source>
        <translation>始终用同一端口(&amp;A)</translation>
    </message>
    <message>
        <source>Else each connection of a client comes from the next source port</source>
        <translation>否则客户端的每个连接使用下一个源端口</translation>
    </message>
    <message>
        <source>walks the rules</source>
        <translation>走一遍规则</translation>
    </message>
    <message>
        <source>draws a known course</source>
        <translation>抽取已知路线</translation>
    </message>
    <message>
        <source>each alone</source>
        <translation>各自独立</translation>
    </message>
    <message>
        <source>one client, on and on</source>
        <translation>一个客户端反复</translation>
    </message>
    <message>
        <source>many clients</source>
        <translation>许多客户端</translation>
    </message>
    <message>
        <source>with keep-alive</source>
        <translation>使用 keep-alive</translation>
    </message>
    <message>
        <source>as below</source>
        <translation>如下所示</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>Share of the trials done</source>
        <translation>已完成的试验份额</translation>
    </message>
    <message>
        <source>Draws from the courses that were enumerated: some hundred million a second.</source>
        <translation>从枚举出的路线中抽取：每秒约一亿次。</translation>
    </message>
    <message>
        <source>No such network, or one with room for fewer clients.</source>
        <translation>没有这样的网络，或它容不下这么多客户端。</translation>
    </message>
    <message>
        <source>Each trial walks the packet through the rules by itself, with its own dice.</source>
        <translation>每次试验都独自让数据包走一遍规则，掷自己的骰子。</translation>
    </message>
    <message>
        <source>Each connection finds what the earlier ones left: affinity, counters, taken ports, the clock. Where trials hang on each other there is no p-value.</source>
        <translation>每个连接都会遇到先前连接留下的东西：亲和性、计数器、已占端口、时钟。试验彼此相关时没有 p 值。</translation>
    </message>
    <message>
        <source>&amp;Trial</source>
        <translation>试验(&amp;T)</translation>
    </message>
    <message>
        <source>Number of a trial, from 0</source>
        <translation>试验的编号，从 0 开始</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>Shows the walk of this trial in the window, with what the trials before it left</source>
        <translation>在窗口中显示这次试验的路径，连同之前的试验留下的状态</translation>
    </message>
</context>
<context>
    <name>natwalk::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation>每一行都已理解。</translation>
    </message>
    <message>
        <source>Show the &amp;Line</source>
        <translation>显示该行(&amp;L)</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Usual cause: %1</source>
        <translation>常见原因：%1</translation>
    </message>
    <message numerus="yes">
        <source>Hidden: %n kind(s)</source>
        <translation>
            <numerusform>已隐藏 %n 类</numerusform>
        </translation>
    </message>
    <message>
        <source>Check on the &amp;Node…</source>
        <translation>在节点上核对(&amp;N)…</translation>
    </message>
    <message>
        <source>Commands that check this finding on the node</source>
        <translation>在节点上核对此问题的命令</translation>
    </message>
    <message>
        <source>&amp;Hide This Kind</source>
        <translation>隐藏此类(&amp;H)</translation>
    </message>
    <message>
        <source>Hide all findings of this kind, from now on</source>
        <translation>从现在起隐藏所有此类问题</translation>
    </message>
    <message>
        <source>Show findings of a kind again</source>
        <translation>重新显示某类问题</translation>
    </message>
</context>
<context>
    <name>natwalk::SavedPacketsPanel</name>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Saved packets</source>
        <translation>已存数据包</translation>
    </message>
    <message>
        <source>No scenario beside this dump.</source>
        <translation>此规则集旁边没有场景文件。</translation>
    </message>
</context>
<context>
    <name>natwalk::ServicesPanel</name>
    <message>
        <source>Filter services</source>
        <translation>筛选服务</translation>
    </message>
    <message>
        <source>Words of the name; ns:, ip:, port: and type: look at one thing; ! finds what is wrong</source>
        <translation>名称中的词；ns:、ip:、port:、type: 只看一项；! 找出有问题的</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The rules lead to no services.</source>
        <translation>规则不通向任何服务。</translation>
    </message>
</context>
<context>
    <name>natwalk::Session</name>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Packet %1</source>
        <translation>数据包 %1</translation>
    </message>
    <message>
        <source>Other course</source>
        <translation>其他路线</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>试验 %1</translation>
    </message>
</context>
<context>
    <name>natwalk::SharePlot</name>
    <message>
        <source>Shares of the ends</source>
        <translation>各终点的份额</translation>
    </message>
    <message>
        <source>%1 % (%2)</source>
        <translation>%1 % (%2)</translation>
    </message>
    <message>
        <source>exactly %1</source>
        <translation>精确值 %1</translation>
    </message>
    <message>
        <source>exactly %1, observed %2 (95 % interval %3 to %4)</source>
        <translation>精确值 %1，观测值 %2（95 % 区间 %3 到 %4）</translation>
    </message>
    <message>
        <source>Share of connections in %</source>
        <translation>连接份额（%）</translation>
    </message>
</context>
<context>
    <name>natwalk::SourceView</name>
    <message>
        <source>Source</source>
        <translation>源文件</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find in the file</source>
        <translation>在文件中查找</translation>
    </message>
</context>
<context>
    <name>natwalk::SourcesView</name>
    <message>
        <source>These sources</source>
        <translation>这些来源</translation>
    </message>
    <message>
        <source>All ways into all services</source>
        <translation>所有服务的所有入口</translation>
    </message>
    <message>
        <source>Who connects</source>
        <translation>谁来连接</translation>
    </message>
    <message>
        <source>One on each line: outside, pod, node or a network, and how much it weighs.</source>
        <translation>每行一个：outside（外部）、pod、node（节点）或一个网段，以及它的权重。</translation>
    </message>
    <message>
        <source>Sources and their weights</source>
        <translation>来源及其权重</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Line %1: a source weighs a number above 0.</source>
        <translation>第 %1 行：权重应为大于 0 的数。</translation>
    </message>
    <message>
        <source>Line %1: the host shows no such place.</source>
        <translation>第 %1 行：主机没有这样的位置。</translation>
    </message>
    <message>
        <source>Line %1: neither outside, pod, node nor a network of the packet&apos;s family.</source>
        <translation>第 %1 行：既不是 outside、pod、node，也不是与数据包同族的网段。</translation>
    </message>
    <message>
        <source>No source yet.</source>
        <translation>还没有来源。</translation>
    </message>
    <message>
        <source>The rules hold no services.</source>
        <translation>规则中没有服务。</translation>
    </message>
    <message>
        <source>Each address may fare otherwise, and they are too many to ask all: some were asked, evenly apart, for their neighbours too.</source>
        <translation>每个地址的结果都可能不同，而地址太多，无法逐一询问：只等间隔地询问了其中一些，它们也代表相邻的地址。</translation>
    </message>
</context>
<context>
    <name>natwalk::StatusLine</name>
    <message>
        <source>read in %1 ms</source>
        <translation>读取 %1 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 张表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s)</source>
        <translation>
            <numerusform>%n 条链</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assumption(s) about the host</source>
        <translation>
            <numerusform>关于主机的 %n 个假定</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left unsimulated</source>
        <translation>没有未模拟的规则</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) only supposed</source>
        <translation>
            <numerusform>%n 步只是假定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>natwalk::TransportBar</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>natwalk::VerdictBanner</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Go to the rule that decided</source>
        <translation>转到作出决定的规则</translation>
    </message>
    <message>
        <source>Show another course of this packet</source>
        <translation>显示此数据包的其他路线</translation>
    </message>
    <message>
        <source>No rules for this packet</source>
        <translation>没有适用于此数据包的规则</translation>
    </message>
    <message>
        <source>the document has no ruleset for its family</source>
        <translation>文档中没有该协议族的规则集</translation>
    </message>
    <message>
        <source>Other outcomes (%1)</source>
        <translation>其他结果 (%1)</translation>
    </message>
    <message>
        <source>Check on the Node</source>
        <translation>在节点上核对</translation>
    </message>
    <message>
        <source>Commands that check this verdict on the node</source>
        <translation>在节点上核对此结论的命令</translation>
    </message>
</context>
<context>
    <name>natwalk::WaysView</name>
    <message>
        <source>All ways in</source>
        <translation>所有入口</translation>
    </message>
    <message>
        <source>The packet is sent to no service.</source>
        <translation>该数据包不是发给服务的。</translation>
    </message>
</context>
</TS>
