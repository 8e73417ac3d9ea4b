*nat
-j NETMAP --to 1.2.3.4;-j NETMAP --to 1.2.3.4/32;OK
:OUTPUT
-j NETMAP --to 1.2.3.4;-j NETMAP --to 1.2.3.4/32;OK
:PREROUTING
-j NETMAP --to 1.2.3.0/24;=;OK
-j NETMAP --to 1.2.3.4;-j NETMAP --to 1.2.3.4/32;OK
-j NETMAP --to 1.2.3.4/24;-j NETMAP --to 1.2.3.0/24;OK
-j NETMAP --to 1.2.3.4/255.255.0.0;-j NETMAP --to 1.2.0.0/16;OK
-j NETMAP --to 1.2.3.4/255.0.255.0;-j NETMAP --to 1.2.3.4/32;OK
-j NETMAP --to 1.2.3.4/0;-j NETMAP --to 0.0.0.0/0;OK
-j NETMAP --to 1.2.3.4/32;=;OK
-j NETMAP;;FAIL
-j NETMAP --to 1.2.3.0-1.2.3.5;;FAIL
-j NETMAP --to fd00::/8;;FAIL
ip6tables
-j NETMAP --to dead::/64;=;OK
-j NETMAP --to dead::beef;-j NETMAP --to dead::beef/128;OK
-j NETMAP --to dead::beef/ffff::;-j NETMAP --to dead::/16;OK
-j NETMAP --to dead::beef/ffff:0:ffff::;-j NETMAP --to dead::beef/128;OK
-j NETMAP --to dead::beef/64;-j NETMAP --to dead::/64;OK
