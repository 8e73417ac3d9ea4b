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
