{{- define "medusa.labels" -}}
app.kubernetes.io/name: medusa
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: uruimi
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
uruimi.dev/engine: medusa
uruimi.dev/plan: {{ .Values.store.plan | quote }}
{{- with .Values.store.id }}
uruimi.dev/store-id: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* Pods carry no version and no plan: a new chart must not restart a database whose pod did not change. */ -}}
{{- define "medusa.podLabels" -}}
{{ include "medusa.selector" . }}
app.kubernetes.io/part-of: uruimi
uruimi.dev/engine: medusa
{{- with (index . 0).Values.store.id }}
uruimi.dev/store-id: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* selector: (list . "shop") */ -}}
{{- define "medusa.selector" -}}
app.kubernetes.io/name: medusa
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- /* image: (list . "medusa") */ -}}
{{- define "medusa.image" -}}
{{- $image := index (index . 0).Values.images (index . 1) -}}
{{- with (index . 0).Values.image.registry }}{{ . }}/{{ end }}{{ $image.repository }}{{ if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag }}{{ end }}
{{- end }}

{{- /* Host and port as browsers say them: without the protocol's own port. */ -}}
{{- define "medusa.authority" -}}
{{- $own := ternary 443 80 (eq .Values.ingress.protocol "https") -}}
{{- $port := .Values.ingress.port | default 0 | int -}}
{{ required "ingress.host is missing: the host name customers use" .Values.ingress.host }}{{ if and $port (ne $port $own) }}:{{ $port }}{{ end }}
{{- end }}

{{- define "medusa.url" -}}
{{ .Values.ingress.protocol }}://{{ include "medusa.authority" . }}
{{- end }}

{{- /* What Medusa answers; everything else is the storefront's. */ -}}
{{- define "medusa.apiPaths" -}}
{{ list "/store" "/admin" "/auth" "/app" "/static" "/hooks" "/health" | toJson }}
{{- end }}

{{- /* Quantity in MiB, or 0 when it is written in another way than Mi and Gi. */ -}}
{{- define "medusa.mebibytes" -}}
{{- $text := toString . -}}
{{- if regexMatch "^[0-9]+Gi$" $text }}{{ mul 1024 (trimSuffix "Gi" $text | int) }}
{{- else if regexMatch "^[0-9]+Mi$" $text }}{{ trimSuffix "Mi" $text | int }}
{{- else }}0{{ end }}
{{- end }}

{{- /* Size of a claim: (list . "database" "5Gi"). An upgrade keeps the size that is there, and lets it grow where Kubernetes does. */ -}}
{{- define "medusa.claimSize" -}}
{{- $size := index . 2 -}}
{{- $claim := dict -}}
{{- if (index . 0).Release.IsUpgrade -}}
{{- $claim = lookup "v1" "PersistentVolumeClaim" (index . 0).Release.Namespace (index . 1) -}}
{{- end -}}
{{- if $claim -}}
{{- $wanted := include "medusa.mebibytes" $size | int -}}
{{- $present := include "medusa.mebibytes" $claim.spec.resources.requests.storage | int -}}
{{- $class := lookup "storage.k8s.io/v1" "StorageClass" "" ($claim.spec.storageClassName | default "none") -}}
{{- if not (and $present (gt $wanted $present) $class.allowVolumeExpansion (eq $claim.status.phase "Bound")) -}}
{{- $size = $claim.spec.resources.requests.storage -}}
{{- end -}}
{{- end -}}
{{- $size -}}
{{- end }}

{{- /* What a schema cannot say: how values must fit each other. */ -}}
{{- define "medusa.checks" -}}
{{- if and (gt (int .Values.api.replicas) 1) (ne .Values.uploads.accessMode "ReadWriteMany") }}
{{- fail "api.replicas: more than 1 needs uploads.accessMode ReadWriteMany" }}
{{- end }}
{{- $limit := include "medusa.mebibytes" .Values.api.resources.limits.memory | int -}}
{{- if and $limit (lt (sub $limit (int .Values.api.heapMegabytes)) 128) }}
{{- fail (printf "api.heapMegabytes: %d MiB of heap needs api.resources.limits.memory of at least %dMi, and it is %s" (int .Values.api.heapMegabytes) (add 128 (int .Values.api.heapMegabytes)) .Values.api.resources.limits.memory) }}
{{- end }}
{{- end }}

{{- define "medusa.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.podSecurity.user | int }}
runAsGroup: {{ .Values.podSecurity.user | int }}
fsGroup: {{ .Values.podSecurity.user | int }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "medusa.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "medusa.placement" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* fromSecret: (list "ENV_NAME" "secret" "key") */ -}}
{{- define "medusa.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom: {secretKeyRef: {name: {{ index . 1 | quote }}, key: {{ index . 2 }}}}
{{- end }}
