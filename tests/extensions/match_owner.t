-m owner --uid-owner 3;;FAIL
:OUTPUT
-m owner --uid-owner 1000;=;OK
-m owner --uid-owner root;-m owner --uid-owner 0;OK
-m owner --uid-owner 100-200;=;OK
-m owner --uid-owner 200-100;;FAIL
-m owner --uid-owner nosuchuser;;FAIL
-m owner ! --uid-owner 5 --gid-owner 7-9;=;OK
-m owner --gid-owner root;-m owner --gid-owner 0;OK
-m owner --socket-exists;=;OK
-m owner ! --socket-exists;=;OK
-m owner --uid-owner 0 --socket-exists --suppl-groups --gid-owner 3;;FAIL
-m owner --suppl-groups --uid-owner 3;;FAIL
-m owner;;FAIL
-m owner --uid-owner 4294967294;=;OK
-m owner --uid-owner 4294967295;;FAIL
*mangle
:INPUT
-m owner --uid-owner root;;FAIL
:OUTPUT
-m owner --uid-owner root;-m owner --uid-owner 0;OK
-m owner --uid-owner 0-10;=;OK
-m owner --gid-owner root;-m owner --gid-owner 0;OK
-m owner --gid-owner 0-10;=;OK
-m owner --uid-owner root --gid-owner root;-m owner --uid-owner 0 --gid-owner 0;OK
-m owner --uid-owner 0-10 --gid-owner 0-10;=;OK
-m owner ! --uid-owner root;-m owner ! --uid-owner 0;OK
-m owner --socket-exists;=;OK
-m owner --gid-owner 0-10 --suppl-groups;=;OK
-m owner --suppl-groups --gid-owner 0-10;;FAIL
-m owner --gid-owner 0-10 ! --suppl-groups;;FAIL
-m owner --suppl-groups;;FAIL
ip6tables
*filter
:INPUT
-m owner --uid-owner 5;;FAIL
