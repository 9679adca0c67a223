"""What the command line does, one verb a module. Only these modules print.

usage.py and prepare.py run before the environment exists: standard library only.
"""
