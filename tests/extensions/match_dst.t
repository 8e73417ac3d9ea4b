ip6tables
*filter
:INPUT
-m dst --dst-opts 300;-m dst --dst-opts 44;OK
