-m cgroup --cgroup 5;=;OK
*mangle
-m cgroup --cgroup 1;=;OK
-m cgroup ! --cgroup 1;=;OK
-m cgroup --path "/";=;OK
-m cgroup ! --path "/";=;OK
iptables
*filter
:INPUT
-m cgroup --cgroup 0x3;-m cgroup --cgroup 3;OK
