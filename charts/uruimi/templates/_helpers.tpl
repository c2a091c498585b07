{{- define "uruimi.labels" -}}
app.kubernetes.io/name: uruimi
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: uruimi
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- /* selector: (list . "store-api") */ -}}
{{- define "uruimi.selector" -}}
app.kubernetes.io/name: uruimi
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- /* Pods carry no version: a new chart must not restart a broker whose pod did not change. */ -}}
{{- define "uruimi.podLabels" -}}
{{ include "uruimi.selector" . }}
app.kubernetes.io/part-of: uruimi
{{- end }}

{{- /* metadata: (list . "store-api"); with a third part, the name is another */ -}}
{{- define "uruimi.metadata" -}}
name: {{ if gt (len .) 2 }}{{ index . 2 }}{{ else }}{{ index . 1 }}{{ end }}
labels:
  {{- include "uruimi.labels" (index . 0) | nindent 2 }}
  app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- /* image: (list . "services") */ -}}
{{- define "uruimi.image" -}}
{{- $image := index (index . 0).Values.images (index . 1) -}}
{{- with (index . 0).Values.image.registry }}{{ . }}/{{ end }}{{ $image.repository }}{{ if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag }}{{ end }}
{{- end }}

{{- /* The linter has none. */ -}}
{{- define "uruimi.namespace" -}}
{{ .Release.Namespace | default "default" }}
{{- end }}

{{- define "uruimi.secret" -}}
{{ .Values.secrets.existingSecret | default "uruimi" }}
{{- end }}

{{- define "uruimi.brokers" -}}
{{ .Values.kafka.bootstrapServers | default "kafka:9092" }}
{{- end }}

{{- /* Cluster-wide objects carry the namespace: another release does not take them. */ -}}
{{- define "uruimi.clusterName" -}}
{{ include "uruimi.namespace" (index . 0) }}-{{ index . 1 }}
{{- end }}

{{- /* The names a service is asked by: (list . "provisioner"). Probes say localhost. */ -}}
{{- define "uruimi.hosts" -}}
{{- $name := index . 1 -}}{{- $namespace := (index . 0).Release.Namespace -}}
{{- $hosts := list $name (printf "%s.%s" $name $namespace) (printf "%s.%s.svc" $name $namespace) (printf "%s.%s.svc.cluster.local" $name $namespace) -}}
{{- if eq $name "store-api" }}{{ with (index . 0).Values.ingress.host }}{{ $hosts = append $hosts . }}{{ end }}{{ end -}}
{{ join "," $hosts }}
{{- end }}

{{- /* Quantity in MiB, or 0 when it is written in another way than Mi and Gi. */ -}}
{{- define "uruimi.mebibytes" -}}
{{- $text := toString . -}}
{{- if regexMatch "^[0-9]+Gi$" $text }}{{ mul 1024 (trimSuffix "Gi" $text | int) }}
{{- else if regexMatch "^[0-9]+Mi$" $text }}{{ trimSuffix "Mi" $text | int }}
{{- else }}0{{ end }}
{{- end }}

{{- /* Size of a claim: (list . "kafka" "10Gi"). An upgrade keeps the size that is there, and lets it grow where Kubernetes does. */ -}}
{{- define "uruimi.claimSize" -}}
{{- $size := index . 2 -}}
{{- $claim := dict -}}
{{- if (index . 0).Release.IsUpgrade -}}
{{- $claim = lookup "v1" "PersistentVolumeClaim" (index . 0).Release.Namespace (index . 1) -}}
{{- end -}}
{{- if $claim -}}
{{- $wanted := include "uruimi.mebibytes" $size | int -}}
{{- $present := include "uruimi.mebibytes" $claim.spec.resources.requests.storage | int -}}
{{- $class := lookup "storage.k8s.io/v1" "StorageClass" "" ($claim.spec.storageClassName | default "none") -}}
{{- if not (and $present (gt $wanted $present) $class.allowVolumeExpansion (eq $claim.status.phase "Bound")) -}}
{{- $size = $claim.spec.resources.requests.storage -}}
{{- end -}}
{{- end -}}
{{- $size -}}
{{- end }}

{{- /* What a schema cannot say: how values must fit each other. */ -}}
{{- define "uruimi.checks" -}}
{{- if and (or .Values.ingress.enabled .Values.httpRoute.enabled) (not .Values.ingress.host) }}
{{- fail "ingress.host is missing: the dashboard's host name; or nothing leads there: ingress.enabled false" }}
{{- end }}
{{- if and .Values.postgres.existingSecret (not .Values.postgres.url) }}
{{- fail "postgres.existingSecret: the chart's own server takes its password from secrets; name your server in postgres.url" }}
{{- end }}
{{- end }}

{{- define "uruimi.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . | int }}
runAsGroup: {{ . | int }}
fsGroup: {{ . | int }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "uruimi.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "uruimi.placement" -}}
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

{{- /* The volume of broker or database: (list . "kafka" .Values.kafka) */ -}}
{{- define "uruimi.claim" -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  {{- include "uruimi.metadata" (list (index . 0) (index . 1)) | nindent 2 }}
  annotations:
    # Helm never deletes what the platform knows.
    helm.sh/resource-policy: keep
spec:
  accessModes: [ReadWriteOnce]
  {{- with (index . 2).storageClass }}
  storageClassName: {{ . }}
  {{- end }}
  resources: {requests: {storage: {{ include "uruimi.claimSize" (list (index . 0) (index . 1) (index . 2).storage) }}}}
{{- end }}
