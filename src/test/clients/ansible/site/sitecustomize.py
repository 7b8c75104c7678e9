"""Read by every Python that Ansible starts: its modules wait five seconds between two looks at what they wait for."""

import time

_sleep = time.sleep
time.sleep = lambda seconds: _sleep(min(seconds, 0.2))
