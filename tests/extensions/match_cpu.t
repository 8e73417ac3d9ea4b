-m cpu --cpu 3;=;OK
-m cpu --cpu 0;=;OK
-m cpu ! --cpu 0;=;OK
-m cpu --cpu 4294967295;=;OK
iptables
*filter
:INPUT
-m cpu --cpu 0x3;-m cpu --cpu 3;OK
