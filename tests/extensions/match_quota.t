-m quota --quota 5;=;OK
-m quota --quota 0;=;OK
-m quota ! --quota 0;=;OK
-m quota --quota 18446744073709551615;=;OK
-m quota ! --quota 18446744073709551615;=;OK
iptables
*filter
:INPUT
-m quota ! --quota 0x10;-m quota ! --quota 16;OK
