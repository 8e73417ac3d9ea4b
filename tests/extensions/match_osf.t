iptables
*filter
:INPUT
-p tcp -m osf ! --genre Linux --ttl 2 --log 1;=;OK
-p tcp -m osf --ttl 2 --log 1;;FAIL
-p tcp -m osf --genre linux --log 3;;FAIL
