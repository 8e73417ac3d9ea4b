-j TEE --gateway 1.1.1.1;=;OK
-j TEE ! --gateway 1.1.1.1;;FAIL
-j TEE;;FAIL
*mangle
:POSTROUTING
-j TEE --gateway 1.2.3.4;=;OK
-j TEE --gateway 1.2.3.4 --oif eth0;=;OK
ip6tables
*filter
:INPUT
-j TEE --gateway 2001:db8::1;=;OK
-j TEE ! --gateway 2001:db8::1;;FAIL
iptables
*filter
:INPUT
-j TEE --gateway 10.0.0.1 --oif eth0;=;OK
-j TEE --oif eth0;;FAIL
