# Commands for newcomers; each sets up what it needs, then hands over to invoke. No make? README has the plain commands.

PYTHON ?= python3
export PYTHON

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help publish check test setup-publish setup-check setup-test

help:
	@echo 'make publish   由记录生成公文和公示网站（首次运行会自动准备环境）'
	@echo '               records to notices and the public site; sets up what it needs'
	@echo 'make check     检查程序并运行不用浏览器和 LibreOffice 的测试'
	@echo '               all checks, and the tests that need neither browser nor office'
	@echo 'make test      检查程序并运行全部测试（首次运行会自动准备环境）'
	@echo '               all checks and tests; sets up what it needs'

publish: setup-publish
	@.venv/bin/invoke publish

check: setup-check
	@.venv/bin/invoke test --quick

test: setup-test
	@.venv/bin/invoke test

setup-publish:
	@setup/python.sh requirements.lock
	@setup/fonts.sh

setup-check:
	@setup/python.sh requirements-dev.lock
	@setup/fonts.sh

setup-test:
	@setup/programs.sh
	@setup/python.sh requirements-dev.lock
	@setup/web.sh
	@setup/fonts.sh
