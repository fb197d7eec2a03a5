# What `sam build` calls for a function, and short names for what is done often.

MVN ?= mvn
STACK ?= customerconnect
# SAM calls make from a directory of its own.
ROOT := $(dir $(abspath $(firstword $(MAKEFILE_LIST))))

.PHONY: help run test pictures format package validate sam-build deploy deploy-portal redrive clean

help: ## these lines
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(ROOT)Makefile | expand -t 12

run: ## the whole product on this machine, see README.md
	$(MVN) -q -Prun -DskipTests package

format: ## the Java sources, in google-java-format
	$(MVN) -q -N verify -Dformat=fix

test: ## everything that CI runs through Maven
	$(MVN) -B verify

pictures: ## docs/portal: every page of the portal, in a headless chromium
	$(MVN) -q -pl portal/stories -am test -Dtest=Pictures -Dsurefire.failIfNoSpecifiedTests=false

package: ## the functions' zips, without tests
	$(MVN) -q -B -DskipTests package

validate: ## the template, as SAM and CloudFormation read it
	sam validate --lint

sam-build: package ## what is deployed, in .aws-sam/build
	sam build

deploy: sam-build validate ## into the AWS account at hand; asks for the parameters
	sam deploy --guided --capabilities CAPABILITY_IAM

# Files may change under the same name: browsers ask each time whether they have.
deploy-portal: package ## the portal's files and settings, to the stack STACK
	@output() { aws cloudformation describe-stacks --stack-name $(STACK) \
	  --query "Stacks[0].Outputs[?OutputKey=='$$1'].OutputValue" --output text; } && \
	bucket=$$(output PortalBucket) && \
	aws s3 sync $(ROOT)portal/site/target/classes/portal "s3://$$bucket" --delete --exclude settings.json \
	  --cache-control no-cache && \
	output PortalSettings | aws s3 cp - "s3://$$bucket/settings.json" --content-type application/json \
	  --cache-control no-cache

redrive: ## dead letters back to their queue: QUEUE=Contact, Mail, MailEvent, File, Chunk or Books; STACK=customerconnect
	@url=$$(aws cloudformation describe-stack-resource --stack-name $(STACK) \
	  --logical-resource-id $(or $(QUEUE),$(error QUEUE is not set))DeadLetters \
	  --query StackResourceDetail.PhysicalResourceId --output text) && \
	arn=$$(aws sqs get-queue-attributes --queue-url "$$url" --attribute-names QueueArn \
	  --query Attributes.QueueArn --output text) && \
	aws sqs start-message-move-task --source-arn "$$arn"

clean: ## all that a build made
	$(MVN) -q clean
	rm -rf .aws-sam

# Called by `sam build` once per function, with $(ARTIFACTS_DIR) to be filled. The function's CodeUri in the template
# names its module; Maven has put the module's zip there before.
build-%:
	@set -eu; \
	module=$$(awk -v f='  $*:' '/^  [A-Za-z]/ { at = ($$0 == f) } at && $$1 == "CodeUri:" { print $$2; exit }' '$(ROOT)template.yaml'); \
	[ -n "$$module" ] || { echo "template.yaml has no function $* with a CodeUri" >&2; exit 1; }; \
	zip="$(ROOT)$$module/target/function.zip"; \
	[ -f "$$zip" ] || { echo "$$zip is missing: run 'make package' first" >&2; exit 1; }; \
	python3 -m zipfile -e "$$zip" "$(ARTIFACTS_DIR)"
