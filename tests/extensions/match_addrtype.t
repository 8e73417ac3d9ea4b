:FORWARD
-m addrtype --dst-type LOCAL --limit-iface-out --limit-iface-in;;FAIL
:INPUT
-m addrtype --src-type LOCAL,UNICAST;-m addrtype --src-type UNICAST,LOCAL;OK
-m addrtype --src-type local ! --dst-type BROADCAST;-m addrtype --src-type LOCAL ! --dst-type BROADCAST;OK
-m addrtype;;FAIL
-m addrtype --src-type FOO;;FAIL
-m addrtype --dst-type LOCAL --limit-iface-in;=;OK
-m addrtype --dst-type LOCAL --limit-iface-out;;FAIL
-m addrtype --src-type UNSPEC,UNICAST,LOCAL,BROADCAST,ANYCAST,MULTICAST,BLACKHOLE,UNREACHABLE,PROHIBIT,THROW,NAT,XRESOLVE;=;OK
-m addrtype --src-type THROW;=;OK
-m addrtype --src-type LOCAL --src-type UNICAST;;FAIL
-m addrtype --src-type LOCAL,;;FAIL
-m addrtype --src-type ;;FAIL
-m addrtype --src-type "";;FAIL
-m addrtype ! --limit-iface-in --src-type LOCAL;;FAIL
-m addrtype --src-type wrong;;FAIL
-m addrtype --src-type UNSPEC;=;OK
-m addrtype --dst-type UNSPEC;=;OK
-m addrtype --src-type LOCAL --dst-type LOCAL;=;OK
-m addrtype --limit-iface-in;;FAIL
-m addrtype --limit-iface-out;;FAIL
-m addrtype --limit-iface-in --limit-iface-out;;FAIL
-m addrtype --src-type LOCAL --limit-iface-in --limit-iface-out;;FAIL
-m addrtype --src-type LOCAL --limit-iface-in;=;OK
:OUTPUT
-m addrtype --dst-type LOCAL --limit-iface-in;;FAIL
-m addrtype --limit-iface-out;;FAIL
-m addrtype --src-type LOCAL --limit-iface-out;=;OK
-m addrtype --dst-type LOCAL --limit-iface-out;=;OK
ip6tables
:INPUT
-m addrtype --dst-type LOCAL;=;OK
-m addrtype --dst-type BROADCAST;;FAIL
-m addrtype --dst-type MULTICAST;=;OK
-m addrtype --dst-type ANYCAST;=;OK
-m addrtype --dst-type PROHIBIT;;FAIL
-m addrtype --dst-type UNREACHABLE;=;OK
-m addrtype --dst-type BLACKHOLE;;FAIL
-m addrtype --dst-type THROW;;FAIL
