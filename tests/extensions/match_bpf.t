-m bpf --bytecode "4,48 0 0 9,21 0 1 6,6 0 0 1,6 0 0 0";=;OK
iptables
*filter
:INPUT
-m bpf --bytecode "2,6 0 0 1";;FAIL
-m bpf --bytecode "2,48 0 0 9, 6 0 0 1";-m bpf --bytecode "2,48 0 0 9,6 0 0 1";OK
-m bpf;;FAIL
