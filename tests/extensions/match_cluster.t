-m cluster --cluster-local-nodemask 0x00000001 --cluster-total-nodes 3 --cluster-hash-seed 0x00000005;=;OK
*mangle
:PREROUTING
-m cluster --cluster-local-nodemask 0x00000002 --cluster-total-nodes 2 --cluster-hash-seed 0xfeedcafe;=;OK
iptables
*filter
:FORWARD
-m cluster --cluster-total-nodes 2 --cluster-local-nodemask 4 --cluster-hash-seed 1;;FAIL
-m cluster --cluster-total-nodes 3 ! --cluster-local-nodemask 4 --cluster-hash-seed 1;-m cluster ! --cluster-local-nodemask 0x00000004 --cluster-total-nodes 3 --cluster-hash-seed 0x00000001;OK
-m cluster --cluster-total-nodes 3 --cluster-local-node 4 --cluster-hash-seed 1;;FAIL
-m cluster --cluster-total-nodes 40 --cluster-local-node 1 --cluster-hash-seed 1;;FAIL
